#include "tests/unit/kiosk/model/staff_pages.h"

namespace conglang::kiosk::test {
namespace {

Action answered(DoorAnswer answer, int wait_seconds) {
  return StaffReport(DoorAnswered{answer, wait_seconds, "conglang-kiosk set-pin --data /var/lib/conglang"});
}

}  // namespace

std::vector<View> staff_pages(const std::vector<Action>& first) {
  Kiosk kiosk;
  kiosk.does(first);
  kiosk.state().staff.emplace().touched = kiosk.state().now;
  std::vector<View> views;
  const auto keep = [&](const std::vector<Action>& actions) {
    kiosk.does(actions);
    views.push_back(kiosk.view());
  };
  keep({answered(DoorAnswer::unset, 0)});
  keep({answered(DoorAnswer::none, 0), StaffTouch(TypeDigit{'1'}), StaffTouch(TypeDigit{'2'})});
  keep({answered(DoorAnswer::wrong, 3600)});
  keep({answered(DoorAnswer::broken, 0)});
  const Instant before = kiosk.state().now - std::chrono::hours{50};
  keep({answered(DoorAnswer::right, 0), StaffReport(StatusRead{{.generation = 214,
                                                                .last_success = before,
                                                                .last_try = kiosk.state().now,
                                                                .last_try_failed = true,
                                                                .turned_away = true,
                                                                .not_shown = 3,
                                                                .free_megabytes = 420,
                                                                .disk_is_low = true,
                                                                .enrolment = Enrolment::waiting,
                                                                .claim_code = "W7MW-3XW4",
                                                                .panel_is_small = true}})});
  keep({StaffTouch(AskSync{})});
  keep({StaffReport(
      StaffNoted{StaffNote::diagnosis_written, "/media/THUONG-THAP/conglang-2026-11-23T092000Z.json"})});
  keep({StaffTouch(OpenStaffPage{StaffPage::sticks})});
  keep({StaffReport(SticksFound{})});
  keep({StaffReport(SticksFound{{{"LANG", "/media/LANG"}, {"THUONG-THAP", "/media/THUONG-THAP"}}})});
  keep({StaffTouch(OpenStaffPage{StaffPage::screen})});
  keep(
      {StaffTouch(OpenStaffPage{StaffPage::touch_test}), StaffTouch(TouchCell{0}), StaffTouch(TouchCell{9})});
  keep({StaffTouch(OpenStaffPage{StaffPage::sound})});
  keep({StaffTouch(OpenStaffPage{StaffPage::language})});
  keep({StaffTouch(OpenStaffPage{StaffPage::restart})});
  MachineSettings hidden;
  hidden.covered = true;
  keep({StaffTouch(ChangeSettings{hidden}), StaffTouch(LeaveStaff{})});
  return views;
}

}  // namespace conglang::kiosk::test
