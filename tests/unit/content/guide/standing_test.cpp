#include "content/guide/standing.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;
using namespace conglang::guide;

namespace {

Date day(std::string_view text) {
  const auto date = parse_date(text);
  REQUIRE(date);
  return *date;
}

// The local day at an instant of UTC.
Date local_day(std::string_view instant) {
  const auto parsed = parse_instant(instant);
  REQUIRE(parsed);
  return local_date(*parsed);
}

Notice notice_of_december() {
  Notice notice;
  notice.from = day("2026-12-01");
  notice.until = day("2026-12-05");
  return notice;
}

}  // namespace

TEST_CASE("a notice shows from its first local day to the end of its last", "[guide]") {
  const Notice notice = notice_of_december();
  CHECK_FALSE(is_shown(notice, local_day("2026-11-30T16:59:59Z")));  // 23:59:59 on 30 November
  CHECK(is_shown(notice, local_day("2026-11-30T17:00:00Z")));        // midnight
  CHECK(is_shown(notice, local_day("2026-12-05T16:59:59Z")));        // 23:59:59 on its last day
  CHECK_FALSE(is_shown(notice, local_day("2026-12-05T17:00:00Z")));  // the next midnight
}

TEST_CASE("a guide shows to the end of the local day it expires on", "[guide]") {
  Guide guide;
  guide.valid_until = day("2026-12-31");
  CHECK(is_shown(guide, local_day("2026-12-31T16:59:59Z")));
  CHECK_FALSE(is_shown(guide, local_day("2026-12-31T17:00:00Z")));
  for (const auto status : {Guide::Status::expired, Guide::Status::replaced, Guide::Status::withdrawn}) {
    guide.status = status;
    CHECK_FALSE(is_shown(guide, day("2026-12-01")));
  }
}

TEST_CASE("a notice is for the houses that it names, or for all", "[guide]") {
  Notice notice = notice_of_december();
  CHECK(is_for(notice, "thuong-thap"));
  notice.places = {"dich-trung"};
  CHECK(is_for(notice, "dich-trung"));
  CHECK_FALSE(is_for(notice, "thuong-thap"));
}
