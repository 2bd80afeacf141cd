#include "kiosk/model/wording.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;

TEST_CASE("days and months have Vietnamese and English names", "[model]") {
  const Words vi(test::strings().in("vi"));
  const Words en(test::strings().in("en"));
  CHECK(long_date(test::day("2026-11-23"), vi) == "Thứ Hai, 23 tháng 11");
  CHECK(long_date(test::day("2026-11-22"), vi) == "Chủ Nhật, 22 tháng 11");
  CHECK(long_date(test::day("2027-01-02"), vi) == "Thứ Bảy, 2 tháng 1");
  CHECK(long_date(test::day("2026-12-23"), en) == "Wednesday, 23 December");
  CHECK(short_date(test::day("2026-11-23"), vi) == "Thứ Hai 23/11");
  CHECK(full_date(test::day("2026-11-23"), vi) == "23/11/2026");
  CHECK(day_and_month(test::day("2026-10-02"), vi) == "2/10");
}

TEST_CASE("the clock is Vietnamese time", "[model]") {
  CHECK(clock_text(test::at("2026-11-23T09:20:59Z")) == "16:20");
  CHECK(clock_text(test::at("2026-11-23T17:05:00Z")) == "00:05");
  CHECK(clock_text(test::at("1970-01-01T00:00:00Z")) == "07:00");
}

TEST_CASE("money is grouped by thousands, and nothing to pay is said in words", "[model]") {
  const Words vi(test::strings().in("vi"));
  CHECK(money(0, vi) == "Miễn phí");
  CHECK(money(500, vi) == "500 đ");
  CHECK(money(8000, vi) == "8.000 đ");
  CHECK(money(1250000, vi) == "1.250.000 đ");
  CHECK(money(1250000, Words(test::strings().in("en"))) == "1,250,000 VND");
}
