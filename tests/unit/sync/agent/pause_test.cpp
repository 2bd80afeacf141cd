#include "sync/agent/pause.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang::agent;
using namespace std::chrono_literals;

TEST_CASE("after a success the next try comes within a tenth of the interval", "[agent]") {
  CHECK(next_pause(60s, 0, 0.0) == 54s);
  CHECK(next_pause(60s, 0, 0.5) == 60s);
  CHECK(next_pause(60s, 0, 1.0) == 66s);
}

TEST_CASE("what is signed is on the screen within a minute, whatever chance adds to the pause", "[agent]") {
  constexpr std::chrono::seconds kToFetchAndBuild{10};
  CHECK(next_pause(kDefaultInterval, 0, 1.0) + kToFetchAndBuild <= 60s);
}

TEST_CASE("after failures the pause is anywhere below a bound that doubles up to 15 intervals", "[agent]") {
  CHECK(next_pause(60s, 1, 1.0) == 10s);
  CHECK(next_pause(60s, 2, 1.0) == 20s);
  CHECK(next_pause(60s, 2, 0.5) == 10s);
  CHECK(next_pause(60s, 7, 1.0) == 640s);
  CHECK(next_pause(60s, 8, 1.0) == 900s);
  CHECK(next_pause(60s, 1000000, 1.0) == 900s);
  CHECK(next_pause(1s, 1, 1.0) == 2s);
  CHECK(next_pause(1s, 50, 1.0) == 15s);
}

TEST_CASE("a pause after a failure is never shorter than a second", "[agent]") {
  for (const int failures : {1, 2, 3, 100}) CHECK(next_pause(60s, failures, 0.0) == 1s);
}
