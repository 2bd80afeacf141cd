#include "kiosk/model/urgent.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/kiosk/model/sample.h"
#include "tests/unit/kiosk/model/village.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;

namespace {

using Mode = guide::EmergencyScreen::Mode;

guide::Content with_urgent(std::vector<std::string> ids) {
  guide::Content content = test::village_content();
  for (const std::string& id : ids) content.notices.push_back(test::urgent_notice(id));
  return content;
}

guide::Content with_order(Mode mode, const std::string& id) {
  guide::Content content = test::village_content();
  content.emergency = guide::EmergencyScreen{mode, id, test::text("Vỡ đê"), test::text("Lên chỗ cao ngay."),
                                             test::at("2026-11-23T08:40:00Z")};
  return content;
}

void enter_staff_menu(Kiosk& kiosk) {
  kiosk.does({StaffTouch(PressCorner{})});
  for (int i = 0; i < 3; ++i) kiosk.waits(1);
  kiosk.does({StaffReport(DoorAnswered{DoorAnswer::right, 0, {}})});
}

StaffTileView cover_tile(const Kiosk& kiosk) {
  return std::get<StaffMenuView>(kiosk.view().staff->page).cover;
}

}  // namespace

TEST_CASE("an urgent notice takes the whole screen at rest and leads home when it was read",
          "[model][urgent]") {
  Kiosk kiosk = test::resting_kiosk(with_urgent({"bao"}));
  const auto view = kiosk.page<UrgentView>();
  CHECK(view.kind == "Tin khẩn");
  CHECK(view.title == "Tin bao");
  CHECK(view.lead == "Ở trong nhà.");
  CHECK(view.points == std::vector<std::string>{"Chằng mái."});
  CHECK(view.call.phone == "112");
  CHECK(view.others.size() == 1);
  CHECK(view.until == "Đến hết ngày 24/11");
  CHECK(kiosk.does({ReadUrgent{"bao"}}).shows<HomeView>());
  CHECK(kiosk.does({Done{}}).shows<UrgentView>());
}

TEST_CASE("a touch beside the button does not take an urgent notice away", "[model][urgent]") {
  Kiosk kiosk = test::resting_kiosk(with_urgent({"bao"}));
  CHECK(kiosk.does({Touched{}}).shows<UrgentView>());
  CHECK_FALSE(kiosk.waits(600).view().idle.has_value());
}

TEST_CASE("an urgent notice that arrives under a reader stands before the guide and gives it back",
          "[model][urgent]") {
  Kiosk kiosk = test::resting_kiosk();
  kiosk.does({OpenGuide{"can-cuoc"}, TogglePaper{"Thẻ căn cước"}});
  CHECK(kiosk.gets(with_urgent({"bao", "lu"})).shows<UrgentView>());
  kiosk.does({ReadUrgent{kiosk.page<UrgentView>().id}});
  REQUIRE(kiosk.shows<UrgentView>());
  kiosk.does({ReadUrgent{kiosk.page<UrgentView>().id}});
  CHECK(kiosk.page<GuideView>().ticked == "Đã có 1 trên 1");
  CHECK(kiosk.does({Back{}}).shows<HomeView>());
}

TEST_CASE("an urgent notice that is turned leaves the page under it where it was", "[model][urgent]") {
  Kiosk kiosk = test::resting_kiosk();
  kiosk.does({OpenGuide{"can-cuoc"}, ScrollTo{120}});
  kiosk.gets(with_urgent({"bao", "lu"}));
  CHECK(kiosk.view().chrome.offset == 0);
  kiosk.does({ScrollTo{300}});
  CHECK(kiosk.view().chrome.offset == 300);
  kiosk.does({ReadUrgent{kiosk.page<UrgentView>().id}});
  CHECK(kiosk.view().chrome.offset == 0);  // the next one is read from its beginning
  kiosk.does({ReadUrgent{kiosk.page<UrgentView>().id}});
  REQUIRE(kiosk.shows<GuideView>());
  CHECK(kiosk.view().chrome.offset == 120);
}

TEST_CASE("several urgent notices take turns at rest", "[model][urgent]") {
  Kiosk kiosk = test::resting_kiosk(with_urgent({"bao", "lu"}));
  const std::string first = kiosk.page<UrgentView>().id;
  CHECK(kiosk.waits(10).page<UrgentView>().id != first);
  CHECK(kiosk.waits(10).page<UrgentView>().id == first);
}

TEST_CASE("the emergency role's order stands before everything, whatever is touched", "[model][urgent]") {
  for (const Mode mode : {Mode::replace, Mode::blank}) {
    Kiosk kiosk = test::resting_kiosk();
    kiosk.does({OpenGuide{"can-cuoc"}}).gets(with_order(mode, "vo-de-1"));
    const auto view = kiosk.page<EmergencyView>();
    CHECK(view.blank == (mode == Mode::blank));
    CHECK(view.title == (mode == Mode::blank ? "Màn hình đang tạm nghỉ" : "Vỡ đê"));
    CHECK(view.issued == "Phát lúc 15:40 ngày 23/11/2026");
    kiosk.does({Touched{}, Back{}, Home{}, Done{}, OpenTopic{""}, ReadUrgent{"vo-de-1"}});
    CHECK(kiosk.shows<EmergencyView>());
    CHECK_FALSE(kiosk.waits(600).view().idle.has_value());
    CHECK(kiosk.shows<EmergencyView>());
  }
}

TEST_CASE("an order goes when its role takes it back, and the gate stands again", "[model][urgent]") {
  Kiosk kiosk = test::resting_kiosk(with_order(Mode::replace, "vo-de-1"));
  CHECK(kiosk.gets(with_order(Mode::none, "vo-de-2")).shows<AttractView>());
  CHECK(kiosk.gets(with_order(Mode::blank, "vo-de-3")).shows<EmergencyView>());
  CHECK(kiosk.gets(test::village_content()).shows<AttractView>());
}

TEST_CASE("staff lift one order, and the next one stands again", "[model][urgent]") {
  Kiosk kiosk = test::resting_kiosk(with_order(Mode::replace, "vo-de-1"));
  enter_staff_menu(kiosk);
  const StaffTileView lift = cover_tile(kiosk);
  CHECK(lift.label == "Bỏ lệnh khẩn, mở lại");
  kiosk.does({lift.does});
  CHECK(cover_tile(kiosk).label == "Che màn hình ngay");
  CHECK(kiosk.does({StaffTouch(LeaveStaff{})}).shows<AttractView>());
  CHECK(kiosk.gets(with_order(Mode::replace, "vo-de-1")).shows<AttractView>());
  CHECK(kiosk.gets(with_order(Mode::blank, "vo-de-2")).shows<EmergencyView>());
  CHECK(kiosk.gets(with_order(Mode::replace, "vo-de-1")).shows<AttractView>());
}

TEST_CASE("a lifted order stays lifted when the program starts again", "[model][urgent]") {
  Kiosk kiosk = test::resting_kiosk(with_order(Mode::replace, "vo-de-1"));
  MachineSettings kept;
  kept.lifted = "vo-de-1";
  CHECK(kiosk.does({StaffReport(SettingsRead{kept})}).shows<AttractView>());
}

TEST_CASE("attack: a PIN given for one order does not lift the one that came meanwhile",
          "[model][urgent][security]") {
  Kiosk kiosk = test::resting_kiosk(with_order(Mode::replace, "vo-de-1"));
  enter_staff_menu(kiosk);
  const StaffTouch lift = cover_tile(kiosk).does;
  kiosk.gets(with_order(Mode::replace, "vo-de-2"));
  CHECK(kiosk.does({lift, StaffTouch(LeaveStaff{})}).shows<EmergencyView>());
}

TEST_CASE("attack: an order is lifted by nobody who has not given the PIN", "[model][urgent][security]") {
  Kiosk kiosk = test::resting_kiosk(with_order(Mode::replace, "vo-de-1"));
  MachineSettings lifted;
  lifted.lifted = "vo-de-1";
  CHECK(kiosk.does({StaffTouch(ChangeSettings{lifted})}).shows<EmergencyView>());
}
