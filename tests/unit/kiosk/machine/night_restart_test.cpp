#include "kiosk/machine/night_restart.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;
using machine::is_night_restart_due;
using std::chrono::hours;

TEST_CASE(
    "a screen that ran all day starts afresh between three and four at night, by a clock that is believed",
    "[machine]") {
  const Instant night = *parse_instant("2026-11-27T20:30:00Z");  // half past three in Việt Nam
  CHECK(is_night_restart_due(hours(30), night, true));
  CHECK_FALSE(is_night_restart_due(hours(30), night, false));
  CHECK_FALSE(is_night_restart_due(hours(1), night, true));  // it has just been
  CHECK_FALSE(is_night_restart_due(hours(30), night + hours(1), true));
  CHECK_FALSE(is_night_restart_due(hours(30), night - hours(1), true));
}
