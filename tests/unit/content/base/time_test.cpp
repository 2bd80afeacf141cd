#include "content/base/time.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;

TEST_CASE("an instant survives the way to text and back", "[base]") {
  for (const char* text : {"1970-01-01T00:00:00Z", "2026-11-24T17:00:00Z", "2028-02-29T23:59:59Z"}) {
    const auto instant = parse_instant(text);
    REQUIRE(instant);
    CHECK(format_instant(*instant) == text);
  }
}

TEST_CASE("an instant in any other shape or out of range is refused", "[base]") {
  for (const char* text : {"2026-11-24T17:00:00", "2026-11-24 17:00:00Z", "2026-11-24T17:00:00+07:00",
                           "2026-11-24T17:00:00.5Z", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z",
                           "2026-11-24T24:00:00Z", "2026-11-24T23:60:00Z", "2026-11-24T23:59:60Z", ""}) {
    CAPTURE(text);
    CHECK_FALSE(parse_instant(text));
  }
}

TEST_CASE("the Vietnamese day begins at 17:00 UTC", "[base]") {
  CHECK(format_date(local_date(*parse_instant("2026-11-23T16:59:59Z"))) == "2026-11-23");
  CHECK(format_date(local_date(*parse_instant("2026-11-23T17:00:00Z"))) == "2026-11-24");
}

TEST_CASE("days between two dates cross months and leap years", "[base]") {
  CHECK(days_between(*parse_date("2028-02-28"), *parse_date("2028-03-01")) == 2);
  CHECK(days_between(*parse_date("2026-11-24"), *parse_date("2026-11-23")) == -1);
}
