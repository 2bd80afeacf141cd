#include "content/base/time_of_day.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;
using std::chrono::minutes;

TEST_CASE("a time of day is hours and minutes of two digits each, and comes back as it was", "[base]") {
  CHECK(parse_time_of_day("00:00") == minutes(0));
  CHECK(parse_time_of_day("06:05") == minutes(365));
  CHECK(parse_time_of_day("23:59") == minutes(1439));
  for (const char* text : {"00:00", "06:05", "23:59"})
    CHECK(format_time_of_day(*parse_time_of_day(text)) == text);
}

TEST_CASE("what is no time of day is none", "[base]") {
  for (const char* text :
       {"", "6:05", "06:5", "24:00", "06:60", "06-05", "06:05 ", " 6:05", "-1:05", "06:05:00"}) {
    INFO(text);
    CHECK_FALSE(parse_time_of_day(text));
  }
}
