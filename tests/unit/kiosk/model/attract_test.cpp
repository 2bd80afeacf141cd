#include "kiosk/model/attract.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "tests/unit/kiosk/model/sample.h"
#include "tests/unit/kiosk/model/village.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;

TEST_CASE("nobody there: the gate stands with the house's name, the time and the lunar day",
          "[model][attract]") {
  Kiosk kiosk = test::resting_kiosk();
  const auto view = kiosk.page<AttractView>();
  CHECK(view.name == "Nhà văn hóa thôn Thượng Tháp");
  CHECK(view.name_in_two == "Nhà văn hóa\nthôn Thượng Tháp");
  CHECK(view.sign == "THƯỢNG THÁP");
  CHECK(view.clock == "16:20");
  CHECK(view.weekday == "Thứ Hai");
  CHECK(view.day == "23 tháng 11");
  CHECK(view.lunar_day == "Rằm tháng Mười");
  CHECK(view.lunar_year == "năm Bính Ngọ");
  CHECK(view.start == "Chạm vào màn hình để bắt đầu");
  CHECK(view.freshness.text == "Cập nhật lúc 15:10 hôm nay");
}

TEST_CASE("the lunar day has its own words at the new moon, in a repeated month and in English",
          "[model][attract]") {
  Kiosk kiosk = test::resting_kiosk();
  kiosk.does({Tick{test::at("2026-11-24T02:00:00Z")}});
  CHECK(kiosk.page<AttractView>().lunar_day == "16 tháng Mười");
  kiosk.does({Tick{test::at("2026-02-17T02:00:00Z")}});
  CHECK(kiosk.page<AttractView>().lunar_day == "Mùng 1 tháng Giêng");
  kiosk.does({Tick{test::at("2025-08-21T02:00:00Z")}});
  CHECK(kiosk.page<AttractView>().lunar_day == "28 tháng Sáu nhuận");
  CHECK(kiosk.page<AttractView>().lunar_year == "năm Ất Tỵ");
}

TEST_CASE("any touch leads home, and done and silence lead back to the gate", "[model][attract]") {
  Kiosk kiosk = test::resting_kiosk();
  CHECK(kiosk.does({Touched{}}).shows<HomeView>());
  CHECK(kiosk.does({Done{}}).shows<AttractView>());
  CHECK(kiosk.does({Touched{}}).waits(90).view().idle.has_value());
  CHECK(kiosk.waits(30).shows<AttractView>());
  CHECK_FALSE(kiosk.waits(7200).view().idle.has_value());
  CHECK(kiosk.does({OpenGuide{"khai-sinh"}}).shows<CaseView>());
}

TEST_CASE("a touch before the first content begins no visit", "[model][attract]") {
  Kiosk kiosk(initial_state({test::strings().languages(), "thuong-thap"}, test::at(test::kMonday)));
  kiosk.does({Touched{}});
  CHECK(kiosk.shows<WaitingView>());
  CHECK_FALSE(kiosk.waits(600).view().idle.has_value());
  CHECK(kiosk.gets(test::village_content()).shows<AttractView>());
}

TEST_CASE("notices change every ten seconds, pictures stand between them, and each has its turn",
          "[model][attract]") {
  Kiosk kiosk = test::resting_kiosk();
  std::set<std::string> titles;
  std::set<std::string> pictures;
  for (int turn = 0; turn < 8; ++turn) {
    const auto view = kiosk.page<AttractView>();
    CHECK(view.notices.size() <= 3);
    for (const AttractNoticeView& notice : view.notices) titles.insert(notice.title);
    pictures.insert(view.slide.file);
    CHECK(view.slide.file.empty() == (turn % 2 == 0));
    kiosk.waits(9);
    CHECK(kiosk.page<AttractView>().slide == view.slide);
    kiosk.waits(1);
  }
  CHECK(titles == std::set<std::string>{"Họp thôn", "Tiêm chủng", "Cắt điện", "Cắt nước"});
  CHECK(pictures == std::set<std::string>{"", "dinh.png", "gieng.png", "gao.png"});
}

TEST_CASE("a notice of another house, of tomorrow or of yesterday is not at the gate", "[model][attract]") {
  guide::Content content = test::village_content();
  content.notices = {test::notice("mai", "Mai", "2026-11-24", "2026-11-25"),
                     test::notice("qua", "Qua", "2026-11-20", "2026-11-22"),
                     test::notice("khac", "Khác", "2026-11-20", "2026-11-25"),
                     test::notice("nay", "Nay", "2026-11-23", "2026-11-23")};
  content.notices[2].places = {"thon-khac"};
  Kiosk kiosk = test::resting_kiosk(std::move(content));
  const auto view = kiosk.page<AttractView>();
  REQUIRE(view.notices.size() == 1);
  CHECK(view.notices[0].title == "Nay");
  CHECK(view.notices[0].when == "Trong ngày 23/11");
}

TEST_CASE("at rest there is at most one wake-up a second, and none but the minute's when nothing changes",
          "[model][attract]") {
  Kiosk kiosk = test::resting_kiosk();
  const Instant start = kiosk.state().now;
  int wakes = 0;
  while (kiosk.state().now < start + std::chrono::seconds{600}) {
    const Instant next = next_deadline(kiosk.state());
    REQUIRE(next >= kiosk.state().now + std::chrono::seconds{1});
    kiosk.does({Tick{next}});
    ++wakes;
  }
  CHECK(wakes <= 70);
  Kiosk bare = test::resting_kiosk(test::sample_content());
  CHECK(next_deadline(bare.state()) - bare.state().now == std::chrono::seconds{60});
}

TEST_CASE("what never changes is moved by three pixels every five minutes", "[model][attract]") {
  Kiosk kiosk = test::resting_kiosk();
  std::set<int> shifts;
  for (int i = 0; i < 3; ++i) {
    const int before = kiosk.page<AttractView>().shift_px;
    shifts.insert(before);
    kiosk.waits(300);
    CHECK(kiosk.page<AttractView>().shift_px != before);
    CHECK(kiosk.view().chrome.header.shift_px == kiosk.page<AttractView>().shift_px);
  }
  CHECK(shifts == std::set<int>{-3, 0, 3});
}

TEST_CASE("a clock that is set at rest still shows the gate and wakes in time", "[model][attract]") {
  for (const char* set : {"2030-01-01T00:00:00Z", "1970-01-01T00:00:00Z"}) {
    Kiosk kiosk = test::resting_kiosk();
    kiosk.does({Tick{test::at(set)}});
    CHECK(kiosk.shows<AttractView>());
    CHECK(next_deadline(kiosk.state()) > kiosk.state().now);
    CHECK(next_deadline(kiosk.state()) <= kiosk.state().now + std::chrono::seconds{60});
  }
}

TEST_CASE("a clock that is not believed shows no time and no day at the gate", "[model][attract]") {
  Kiosk kiosk = test::resting_kiosk();
  kiosk.does({Tick{kiosk.state().now, false}});
  const auto view = kiosk.page<AttractView>();
  CHECK(view.clock.empty());
  CHECK(view.weekday == "Chưa rõ giờ");
  CHECK(view.day + view.lunar_day + view.lunar_year == "");
}
