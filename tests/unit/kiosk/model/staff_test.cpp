// What staff do behind the corner, as actions and views; no window, no file, no clock.

#include "kiosk/model/staff.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;

namespace {

void tick(Kiosk& kiosk, int seconds) {
  for (int i = 0; i < seconds; ++i) kiosk.does({Tick{kiosk.state().now + std::chrono::seconds{1}}});
}

void hold_corner(Kiosk& kiosk) {
  kiosk.does({StaffTouch(PressCorner{})});
  tick(kiosk, 3);
}

void type(Kiosk& kiosk, const std::string& pin) {
  for (const char digit : pin) kiosk.does({StaffTouch(TypeDigit{digit})});
}

Action answered(DoorAnswer answer, int wait_seconds = 0) {
  return StaffReport(DoorAnswered{answer, wait_seconds, "conglang-kiosk set-pin --data D"});
}

Kiosk at_menu() {
  Kiosk kiosk;
  hold_corner(kiosk);
  kiosk.does({answered(DoorAnswer::none), answered(DoorAnswer::right)});
  return kiosk;
}

template <typename Effect_>
std::optional<Effect_> effect(const Kiosk& kiosk) {
  for (const Effect& one : kiosk.effects())
    if (const auto* of_staff = std::get_if<StaffEffect>(&one))
      if (const auto* found = std::get_if<Effect_>(of_staff)) return *found;
  return std::nullopt;
}

template <typename V>
V staff_page(const Kiosk& kiosk) {
  return std::get<V>(kiosk.view().staff->page);
}

void touch_tile(Kiosk& kiosk, const std::string& label) {
  const auto tiles = staff_page<StaffMenuView>(kiosk).tiles;
  const auto found = std::ranges::find(tiles, label, &StaffTileView::label);
  REQUIRE(found != tiles.end());
  kiosk.does({found->does});
}

}  // namespace

TEST_CASE("a corner held for three seconds opens the door, on every page", "[model][staff]") {
  const auto page = GENERATE(std::vector<Action>{}, std::vector<Action>{OpenTopic{}},
                             std::vector<Action>{OpenGuide{"can-cuoc"}, OpenCode{}});
  Kiosk kiosk;
  kiosk.does(page);
  kiosk.does({StaffTouch(PressCorner{})});
  CHECK(kiosk.view().corner_held);
  tick(kiosk, 2);
  CHECK_FALSE(kiosk.view().staff);
  tick(kiosk, 1);
  CHECK(kiosk.view().staff);
  CHECK(effect<AskDoor>(kiosk));
}

TEST_CASE("the corner works over the idle question too, and while the screen is hidden", "[model][staff]") {
  Kiosk kiosk;
  kiosk.does({OpenTopic{}}).waits(91);
  REQUIRE(kiosk.view().idle);
  hold_corner(kiosk);
  CHECK(kiosk.view().staff);
  Kiosk hidden;
  MachineSettings settings;
  settings.covered = true;
  hidden.does({StaffReport(SettingsRead{settings})});
  REQUIRE(hidden.view().cover);
  hold_corner(hidden);
  CHECK(hidden.view().staff);
}

TEST_CASE("a finger that leaves the corner early opens nothing, however often", "[model][staff]") {
  Kiosk kiosk;
  for (int i = 0; i < 50; ++i) {
    kiosk.does({StaffTouch(PressCorner{})});
    tick(kiosk, 2);
    kiosk.does({StaffTouch(LeaveCorner{})});
  }
  CHECK_FALSE(kiosk.view().staff);
}

TEST_CASE("attack: the clock is set forward while the corner is touched", "[model][staff][security]") {
  Kiosk kiosk;
  kiosk.does({StaffTouch(PressCorner{}), Tick{kiosk.state().now + std::chrono::hours{5}}});
  CHECK_FALSE(kiosk.view().staff);
}

TEST_CASE("without a PIN the door says how to set one and takes no digit", "[model][staff]") {
  Kiosk kiosk;
  hold_corner(kiosk);
  kiosk.does({answered(DoorAnswer::unset)});
  CHECK(staff_page<StaffShutView>(kiosk).command == "conglang-kiosk set-pin --data D");
  type(kiosk, "271828");
  kiosk.does({StaffTouch(EnterPin{})});
  CHECK(kiosk.effects().empty());
  CHECK(kiosk.state().staff->digits.empty());
}

TEST_CASE("the digits go to the check once and are then gone", "[model][staff]") {
  Kiosk kiosk;
  hold_corner(kiosk);
  kiosk.does({answered(DoorAnswer::none)});
  type(kiosk, "2718281");
  kiosk.does({StaffTouch(EraseDigit{})});
  CHECK(staff_page<StaffDoorView>(kiosk).typed == 6);
  kiosk.does({StaffTouch(EnterPin{})});
  CHECK(effect<CheckPin>(kiosk) == CheckPin{"271828"});
  CHECK(kiosk.state().staff->digits.empty());
}

TEST_CASE("a wrong PIN says so, and what is to be waited for is counted down", "[model][staff]") {
  Kiosk kiosk;
  hold_corner(kiosk);
  kiosk.does({answered(DoorAnswer::wrong, 30)});
  CHECK(staff_page<StaffDoorView>(kiosk).note == "Mã PIN chưa đúng. Chờ 0:30 rồi nhập lại.");
  CHECK(staff_page<StaffDoorView>(kiosk).locked);
  type(kiosk, "271828");
  CHECK(kiosk.state().staff->digits.empty());
  tick(kiosk, 30);
  CHECK_FALSE(staff_page<StaffDoorView>(kiosk).locked);
  type(kiosk, "271828");
  CHECK(kiosk.state().staff->digits == "271828");
}

TEST_CASE("attack: touches of the menu arrive at the door", "[model][staff][security]") {
  const StaffTouch touch = GENERATE(
      StaffTouch(AskRestart{}), StaffTouch(AskSync{}), StaffTouch(AskTurnBack{}), StaffTouch(AskDiagnosis{}),
      StaffTouch(OpenStaffPage{StaffPage::menu}), StaffTouch(FindSticksAgain{}),
      StaffTouch(ChangeSettings{{.covered = true}}), StaffTouch(AskImport{"/media/stick"}));
  Kiosk shut;
  shut.does({touch});
  CHECK(shut.effects().empty());
  CHECK_FALSE(shut.view().staff);
  Kiosk at_door;
  hold_corner(at_door);
  at_door.does({answered(DoorAnswer::none), touch});
  CHECK(at_door.effects().empty());
  CHECK(at_door.state().staff->page == StaffPage::door);
  CHECK_FALSE(at_door.state().machine.covered);
}

TEST_CASE("the menu shows how the machine is", "[model][staff]") {
  Kiosk kiosk = at_menu();
  REQUIRE(effect<ReadStatus>(kiosk));
  const Instant now = kiosk.state().now;
  kiosk.does({StaffReport(StatusRead{{.generation = 214,
                                      .last_success = now,
                                      .last_try = now,
                                      .last_try_failed = false,
                                      .turned_away = false,
                                      .not_shown = 0,
                                      .free_megabytes = 21'000,
                                      .disk_is_low = false}})});
  const auto status = staff_page<StaffMenuView>(kiosk).status;
  REQUIRE(status.size() == 5);
  CHECK(status[0].text.starts_with("Bản 214"));
  CHECK(status[1].text == "Xong lúc 16:20 hôm nay");
  CHECK(status[2].text == "Còn 21 GB");
  CHECK(status[3].text == "16:20 ngày 23/11/2026");
  CHECK(status[4].text == "1 bài quá hạn kiểm tra");
  CHECK_FALSE(status[4].good);
}

TEST_CASE("the menu shows the code that links the machine with the desk, and then for which house",
          "[model][staff]") {
  Kiosk kiosk = at_menu();
  const auto last_row = [&](const MachineStatus& read) {
    kiosk.does({StaffReport(StatusRead{read})});
    return staff_page<StaffMenuView>(kiosk).status.back();
  };
  MachineStatus status;
  status.enrolment = Enrolment::waiting;
  status.claim_code = "K7MP-3XR4";
  const auto waiting = last_row(status);
  CHECK(waiting.text == "Mã ghép máy: K7MP-3XR4");
  CHECK_FALSE(waiting.good);
  status.enrolment = Enrolment::offering;
  CHECK_FALSE(last_row(status).good);
  status.enrolment = Enrolment::claimed;
  status.claimed_for = "Thượng Tháp";
  const auto claimed = last_row(status);
  CHECK(claimed.text == "Đã ghép: Thượng Tháp");
  CHECK(claimed.good);
}

TEST_CASE("a panel too small for its pixels is told among the machine's troubles, and no other is spoken of",
          "[model][staff]") {
  Kiosk kiosk = at_menu();
  const auto panel = [&](bool small) {
    MachineStatus status;
    status.panel_is_small = small;
    kiosk.does({StaffReport(StatusRead{status})});
    const auto rows = staff_page<StaffMenuView>(kiosk).status;
    const auto found = std::ranges::find(rows, "Màn hình", &StaffStatusView::label);
    return found == rows.end() ? std::nullopt : std::optional(*found);
  };
  CHECK_FALSE(panel(false));
  REQUIRE(panel(true));
  CHECK(panel(true)->text == "Quá nhỏ, chữ khó đọc");
  CHECK_FALSE(panel(true)->good);
}

TEST_CASE("before staff changed anything, every setting is one of the choices offered", "[model][staff]") {
  Kiosk kiosk = at_menu();
  for (const char* tile : {"Màn hình", "Âm lượng", "Ngôn ngữ"}) {
    touch_tile(kiosk, tile);
    for (const auto& group : staff_page<StaffChoicesView>(kiosk).groups) {
      INFO(group.title);
      CHECK(std::ranges::count_if(group.options, [](const auto& option) { return option.chosen; }) == 1);
    }
    kiosk.does({StaffTouch(OpenStaffPage{StaffPage::menu})});
  }
}

TEST_CASE("what staff ask of the agent is asked once, and a refusal is told", "[model][staff]") {
  Kiosk kiosk = at_menu();
  touch_tile(kiosk, "Cập nhật ngay");
  CHECK(effect<RequestOfAgent>(kiosk) == RequestOfAgent{RequestOfAgent::What::sync, {}});
  CHECK(kiosk.view().staff->note.starts_with("Đã nhờ máy cập nhật"));
  kiosk.does({StaffReport(StaffNoted{StaffNote::request_failed, {}})});
  CHECK(kiosk.view().staff->note_is_bad);
  kiosk.does({staff_page<StaffMenuView>(kiosk).turn_back.does});
  CHECK(effect<RequestOfAgent>(kiosk)->what == RequestOfAgent::What::turn_back);
}

TEST_CASE("only a stick that was found is imported from", "[model][staff]") {
  Kiosk kiosk = at_menu();
  touch_tile(kiosk, "Cập nhật từ USB");
  REQUIRE(effect<FindSticks>(kiosk));
  kiosk.does({StaffReport(SticksFound{{{"LANG", "/media/LANG"}}}), StaffTouch(AskImport{"/etc"})});
  CHECK(kiosk.effects().empty());
  kiosk.does({staff_page<StaffChoicesView>(kiosk).groups.at(0).options.at(0).does});
  CHECK(effect<RequestOfAgent>(kiosk) == RequestOfAgent{RequestOfAgent::What::import, "/media/LANG"});
}

TEST_CASE("a setting holds at once, is kept, and the option says so", "[model][staff]") {
  Kiosk kiosk = at_menu();
  touch_tile(kiosk, "Màn hình");
  const auto rotation = staff_page<StaffChoicesView>(kiosk).groups.at(2);
  kiosk.does({rotation.options.at(1).does});
  CHECK(kiosk.state().machine.rotation == 90);
  CHECK(effect<KeepSettings>(kiosk)->settings.rotation == 90);
  CHECK(staff_page<StaffChoicesView>(kiosk).groups.at(2).options.at(1).chosen);
}

TEST_CASE("the language that visits begin in changes with the setting", "[model][staff]") {
  Kiosk kiosk = at_menu();
  touch_tile(kiosk, "Ngôn ngữ");
  const auto options = staff_page<StaffChoicesView>(kiosk).groups.at(0).options;
  REQUIRE(options.at(1).label == "English");
  kiosk.does({options.at(1).does, StaffTouch(LeaveStaff{}), Done{}});
  CHECK(kiosk.state().visit.language == "en");
}

TEST_CASE("attack: settings that cannot be are not taken", "[model][staff][security]") {
  Kiosk kiosk = at_menu();
  const auto change = GENERATE(MachineSettings{.rotation = 45}, MachineSettings{.brightness = -1},
                               MachineSettings{.loudness = 400}, MachineSettings{.language = "xx"});
  kiosk.does({StaffTouch(ChangeSettings{change})});
  CHECK(kiosk.effects().empty());
  CHECK(kiosk.state().machine == MachineSettings{});
}

TEST_CASE("the night is darker where nobody stands, and only when the hour is known", "[model][staff]") {
  Kiosk kiosk;
  kiosk.waits(400);
  const auto brightness_at = [&](const char* instant, bool known) {
    kiosk.does({Tick{test::at(instant), known}});
    return kiosk.view().brightness;
  };
  CHECK(brightness_at("2026-11-23T13:59:59Z", true) == 100);  // 20:59:59
  CHECK(brightness_at("2026-11-23T14:00:00Z", true) == 40);
  CHECK(brightness_at("2026-11-23T21:59:59Z", true) == 40);  // 4:59:59
  CHECK(brightness_at("2026-11-23T22:00:00Z", true) == 100);
  CHECK(brightness_at("2026-11-23T18:00:00Z", false) == 100);
}

TEST_CASE("at night a visitor has the brightness of the day", "[model][staff]") {
  Kiosk kiosk;
  kiosk.waits(400);
  kiosk.does({Tick{test::at("2026-11-23T18:00:00Z"), true}});
  REQUIRE(kiosk.view().brightness == 40);
  kiosk.does({OpenGuide{"can-cuoc"}});
  CHECK(kiosk.view().brightness == 100);
}

TEST_CASE("every cell of the touch test turns when touched, and the last one says that all is well",
          "[model][staff]") {
  Kiosk kiosk = at_menu();
  touch_tile(kiosk, "Thử cảm ứng");
  const auto view = staff_page<StaffTouchTestView>(kiosk);
  kiosk.does({StaffTouch(TouchCell{-1}), StaffTouch(TouchCell{view.columns * view.rows})});
  CHECK(staff_page<StaffTouchTestView>(kiosk).touched.empty());
  for (int cell = 0; cell < view.columns * view.rows; ++cell) kiosk.does({StaffTouch(TouchCell{cell})});
  CHECK(staff_page<StaffTouchTestView>(kiosk).text == "Cảm ứng tốt trên cả màn hình.");
}

TEST_CASE("what staff leave open closes by itself, and a visitor's page is still there", "[model][staff]") {
  Kiosk kiosk;
  kiosk.does({OpenGuide{"can-cuoc"}});
  hold_corner(kiosk);
  kiosk.does({answered(DoorAnswer::none), answered(DoorAnswer::right)});
  CHECK(kiosk.view().staff->countdown == "2:00");
  tick(kiosk, 119);
  CHECK(kiosk.view().staff->countdown == "0:01");
  tick(kiosk, 1);
  CHECK_FALSE(kiosk.view().staff);
  CHECK(kiosk.shows<GuideView>());
}

TEST_CASE("without a clock that is believed no time and no date is shown", "[model][clock]") {
  Kiosk kiosk;
  kiosk.does({Tick{test::at(test::kMonday), false}});
  const View view = kiosk.view();
  CHECK(view.chrome.header.clock == "Chưa rõ giờ");
  CHECK(view.chrome.header.date.empty());
  CHECK(std::get<HomeView>(view.body).freshness.text.find("hôm nay") == std::string::npos);
  kiosk.does({Tick{test::at(test::kMonday), true}});
  CHECK(kiosk.view().chrome.header.clock == "16:20");
}
