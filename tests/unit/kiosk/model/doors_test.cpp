#include "kiosk/model/doors.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;

namespace {

bool offers(const Kiosk& kiosk, Door door) {
  const auto doors = kiosk.page<HomeView>().doors;
  return std::ranges::find(doors, door, &DoorView::door) != doors.end();
}

}  // namespace

TEST_CASE("a door is on the home page only while there is something behind it", "[model]") {
  Kiosk kiosk;
  CHECK(offers(kiosk, Door::notices));
  guide::Content content = test::sample_content();
  content.notices.clear();
  CHECK_FALSE(offers(kiosk.gets(content), Door::notices));
  kiosk.does({OpenDoor{Door::notices}});
  CHECK(kiosk.shows<HomeView>());
}

TEST_CASE("a door tells its name, its sign and how much is new behind it", "[model]") {
  const auto doors = Kiosk().page<HomeView>().doors;
  REQUIRE_FALSE(doors.empty());
  CHECK(doors.front() == DoorView{Door::notices, "megaphone-simple", "Thông báo", 2});
}

TEST_CASE("behind a door the header says where one is, and back leads home", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenDoor{Door::notices}});
  CHECK(kiosk.view().chrome.header.title == "Thông báo");
  CHECK(kiosk.view().chrome.header.context == "Nhà văn hóa thôn Thượng Tháp");
  CHECK(kiosk.does({Back{}}).shows<HomeView>());
}

TEST_CASE("going through a door again and again makes the way back no longer", "[model]") {
  Kiosk kiosk;
  for (int i = 0; i < 5; ++i) kiosk.does({OpenDoor{Door::notices}, OpenNotice{"mua-bao"}});
  kiosk.does({OpenDoor{Door::notices}, Back{}});
  CHECK(kiosk.shows<HomeView>());
}

TEST_CASE("a door opened beside a guide leads back to it, ticks and all", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenGuide{"can-cuoc"}, TogglePaper{"Thẻ căn cước"}, OpenDoor{Door::notices}});
  REQUIRE(kiosk.shows<NoticesView>());
  CHECK_FALSE(kiosk.does({Back{}}).page<GuideView>().ticked.empty());
  CHECK(kiosk.page<GuideView>().papers.front().ticked);
}

TEST_CASE("a door whose content is withdrawn closes under its visitor", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenDoor{Door::notices}});
  guide::Content content = test::sample_content();
  content.notices.clear();
  CHECK(kiosk.gets(content).shows<HomeView>());
}

TEST_CASE("the way back to a door forgets the guide that was opened behind it", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenDoor{Door::notices}, OpenGuide{"can-cuoc"}, OpenDoor{Door::notices}});
  CHECK_FALSE(kiosk.state().visit.reading.has_value());
  CHECK(kiosk.does({Back{}}).shows<HomeView>());
}
