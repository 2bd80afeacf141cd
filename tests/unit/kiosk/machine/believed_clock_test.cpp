#include "kiosk/machine/believed_clock.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::machine;
using conglang::testing::TemporaryFolder;
using std::chrono::seconds;

namespace {

Instant at(const char* text) {
  return *parse_instant(text);
}

const Instant kBuilt = at("2026-08-01T00:00:00Z");

}  // namespace

TEST_CASE("a clock after the floor is believed", "[machine][clock]") {
  const TemporaryFolder data;
  BelievedClock clock(kBuilt, data.path());
  const auto reading = clock.read(at("2026-11-23T09:00:00Z"), seconds{5});
  CHECK(reading.known);
  CHECK(reading.now == at("2026-11-23T09:00:00Z"));
}

TEST_CASE("a board that wakes up in 1970 is at the floor, and its time runs on from there",
          "[machine][clock]") {
  const TemporaryFolder data;
  BelievedClock clock(kBuilt, data.path());
  const auto first = clock.read(at("1970-01-01T00:00:10Z"), seconds{100});
  CHECK_FALSE(first.known);
  CHECK(first.now == kBuilt);
  CHECK(clock.read(at("1970-01-01T00:01:10Z"), seconds{160}).now == kBuilt + seconds{60});
  CHECK(clock.read(at("2026-11-23T09:00:00Z"), seconds{170}).known);
}

TEST_CASE("the floor is the latest of build, what the agent trusted and what was signed",
          "[machine][clock]") {
  const TemporaryFolder data;
  REQUIRE(write_file_atomically(data / "time-floor", "2026-10-02T03:04:05Z\n"));
  BelievedClock clock(kBuilt, data.path());
  CHECK(clock.read(Instant{}, seconds{0}).now == at("2026-10-02T03:04:05Z"));
  clock.raise(at("2026-11-01T00:00:00Z"));
  CHECK(clock.read(Instant{}, seconds{0}).now == at("2026-11-01T00:00:00Z"));
  clock.raise(at("2026-09-01T00:00:00Z"));
  CHECK(clock.read(Instant{}, seconds{30}).now == at("2026-11-01T00:00:30Z"));
  CHECK_FALSE(clock.read(at("2026-10-31T23:59:59Z"), seconds{40}).known);
}

TEST_CASE("a damaged floor file is no floor", "[machine][clock]") {
  const TemporaryFolder data;
  REQUIRE(write_file_atomically(data / "time-floor", "9999-99-99"));
  BelievedClock clock(kBuilt, data.path());
  CHECK(clock.read(Instant{}, seconds{0}).now == kBuilt);
}
