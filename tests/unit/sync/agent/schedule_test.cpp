#include "sync/agent/schedule.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang::agent;
using namespace std::chrono_literals;
using Names = std::vector<std::string>;

TEST_CASE("a repository in trouble is asked ever less often and the other as before", "[agent]") {
  Schedule schedule({"national", "province"}, 60s);
  Schedule::Clock::time_point now{1000h};
  CHECK(schedule.due(now) == Names{"national", "province"});
  for (int i = 0; i < 10; ++i) {
    schedule.tried("national", true, 0s, 0.5, now);
    schedule.tried("province", false, 0s, 1.0, now);
    CHECK(schedule.due(now).empty());
  }
  CHECK(schedule.next() == now + 60s);
  CHECK(schedule.due(now + 60s) == Names{"national"});
  CHECK(schedule.due(now + 15min) == Names{"national", "province"});
}

TEST_CASE("a server that asks to be left alone is, however short the pause would be", "[agent]") {
  Schedule schedule({""}, 60s);
  const Schedule::Clock::time_point now{1000h};
  schedule.tried("", false, 1h, 0.0, now);
  CHECK(schedule.due(now + 59min).empty());
  CHECK(schedule.due(now + 60min) == Names{""});
}

TEST_CASE("somebody who asks for a try gets it at once", "[agent]") {
  Schedule schedule({"a", "b"}, 60s);
  const Schedule::Clock::time_point now{1000h};
  schedule.tried("a", false, 1h, 1.0, now);
  schedule.tried("b", true, 0s, 0.5, now);
  schedule.hurry(now + 1s);
  CHECK(schedule.due(now + 1s) == Names{"a", "b"});
}
