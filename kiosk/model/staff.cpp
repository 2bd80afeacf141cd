#include "kiosk/model/staff.h"

#include <algorithm>
#include <utility>

#include "kiosk/model/idle.h"
#include "kiosk/model/navigation.h"

namespace conglang::kiosk {
namespace {

using std::chrono::seconds;

bool is_inside(const State& state) {
  return state.staff && state.staff->page != StaffPage::door;
}

bool is_percent(int value) {
  return value >= 0 && value <= 100;
}

bool can_be(const MachineSettings& settings, const Settings& of_program) {
  const auto& languages = of_program.languages;
  const bool spoken =
      settings.language.empty() || std::ranges::find(languages, settings.language) != languages.end();
  return is_percent(settings.brightness) && is_percent(settings.night_brightness) && settings.loudness >= 1 &&
         settings.loudness <= kLoudest && settings.rotation % 90 == 0 && settings.rotation >= 0 &&
         settings.rotation < 360 && settings.night_begins != settings.night_ends && spoken;
}

// Visits begin in the language of the settings from now on; one that has begun keeps its own.
void use_settings(State& state, const MachineSettings& settings) {
  const bool untouched = state.visit == fresh_visit(state.settings);
  state.machine = settings;
  state.settings.loudness = settings.loudness;
  auto& languages = state.settings.languages;
  std::ranges::stable_partition(languages,
                                [&](const std::string& code) { return code == settings.language; });
  if (untouched) state.visit = fresh_visit(state.settings);
}

void open_door(State& state, std::vector<Effect>& effects) {
  state.corner_since.reset();
  if (state.staff) return;
  state.staff.emplace().touched = state.now;
  effects.push_back(StaffEffect(AskDoor{}));
}

void open_page(State& state, StaffPage page, std::vector<Effect>& effects) {
  Staff& staff = *state.staff;
  staff.page = page;
  staff.note = StaffNote::none;
  staff.cells.clear();
  if (page == StaffPage::menu) effects.push_back(StaffEffect(ReadStatus{}));
  if (page != StaffPage::sticks) return;
  staff.sticks.reset();
  effects.push_back(StaffEffect(FindSticks{}));
}

/// One overload a touch; each is total, and those of the inside do nothing at the door.
struct Toucher {
  State& state;
  std::vector<Effect>& effects;

  void operator()(const PressCorner&) {
    if (!state.staff && !state.corner_since) state.corner_since = state.now;
  }
  void operator()(const LeaveCorner&) { state.corner_since.reset(); }
  void operator()(const TypeDigit& touch) {
    if (!can_type() || state.staff->digits.size() == kMaxPinDigits) return;
    if (touch.digit < '0' || touch.digit > '9') return;
    state.staff->digits += touch.digit;
    state.staff->answer = DoorAnswer::none;
  }
  void operator()(const EraseDigit&) {
    if (can_type() && !state.staff->digits.empty()) state.staff->digits.pop_back();
  }
  void operator()(const EnterPin&) {
    if (!can_type() || state.staff->digits.empty()) return;
    effects.push_back(StaffEffect(CheckPin{std::move(state.staff->digits)}));
    state.staff->digits.clear();
  }
  void operator()(const LeaveStaff&) { state.staff.reset(); }
  void operator()(const OpenStaffPage& touch) {
    if (is_inside(state) && touch.page != StaffPage::door) open_page(state, touch.page, effects);
  }
  void operator()(const AskSync&) { ask({RequestOfAgent::What::sync, {}}, StaffNote::sync_asked); }
  void operator()(const AskTurnBack&) {
    ask({RequestOfAgent::What::turn_back, {}}, StaffNote::turn_back_asked);
  }
  void operator()(const AskImport& touch) {
    if (!state.staff || !state.staff->sticks) return;
    const auto& sticks = *state.staff->sticks;
    if (std::ranges::find(sticks, touch.tree, &Stick::tree) == sticks.end()) return;
    ask({RequestOfAgent::What::import, touch.tree}, StaffNote::import_asked);
  }
  void operator()(const AskDiagnosis&) {
    if (is_inside(state)) effects.push_back(StaffEffect(WriteDiagnosis{}));
  }
  void operator()(const AskRestart&) {
    if (is_inside(state)) effects.push_back(StaffEffect(RestartProgram{}));
  }
  void operator()(const FindSticksAgain&) {
    if (is_inside(state)) open_page(state, StaffPage::sticks, effects);
  }
  void operator()(const ChangeSettings& touch) {
    if (!is_inside(state) || !can_be(touch.settings, state.settings)) return;
    use_settings(state, touch.settings);
    effects.push_back(StaffEffect(KeepSettings{touch.settings}));
  }
  void operator()(const TouchCell& touch) {
    const bool there = touch.cell >= 0 && touch.cell < kTestColumns * kTestRows;
    if (is_inside(state) && state.staff->page == StaffPage::touch_test && there)
      state.staff->cells.insert(touch.cell);
  }

 private:
  bool can_type() const {
    return state.staff && state.staff->page == StaffPage::door && state.staff->answer != DoorAnswer::unset &&
           state.now >= state.staff->wait_until;
  }
  void ask(RequestOfAgent request, StaffNote note) {
    if (!is_inside(state)) return;
    effects.push_back(StaffEffect(std::move(request)));
    state.staff->note = note;  // unless the machine reports that it failed
  }
};

struct Reporter {
  State& state;
  std::vector<Effect>& effects;

  void operator()(const DoorAnswered& report) {
    if (!state.staff || state.staff->page != StaffPage::door) return;
    Staff& staff = *state.staff;
    staff.answer = report.answer;
    staff.set_pin_words = report.set_pin_words;
    staff.wait_until = state.now + seconds{report.wait_seconds};
    if (report.answer == DoorAnswer::right) open_page(state, StaffPage::menu, effects);
  }
  void operator()(const StatusRead& report) {
    if (is_inside(state)) state.staff->status = report.status;
  }
  void operator()(const SticksFound& report) {
    if (is_inside(state)) state.staff->sticks = report.sticks;
  }
  void operator()(const StaffNoted& report) {
    if (!is_inside(state)) return;
    state.staff->note = report.note;
    state.staff->note_detail = report.detail;
  }
  void operator()(const SettingsRead& report) {
    if (can_be(report.settings, state.settings)) use_settings(state, report.settings);
  }
};

seconds stays_open(const Staff& staff) {
  return staff.page == StaffPage::door ? kDoorStaysOpen : kMenuStaysOpen;
}

}  // namespace

void take_staff_touch(State& state, const StaffTouch& touch, std::vector<Effect>& effects) {
  if (state.staff) state.staff->touched = state.now;
  std::visit(Toucher{state, effects}, touch);
}

void take_staff_report(State& state, const StaffReport& report, std::vector<Effect>& effects) {
  std::visit(Reporter{state, effects}, report);
}

void pass_staff_time(State& state, seconds step, bool jumped, std::vector<Effect>& effects) {
  if (jumped) {
    if (state.corner_since) *state.corner_since += step;
    if (state.staff) state.staff->touched += step;
    if (state.staff) state.staff->wait_until += step;
  }
  if (state.staff && state.now >= state.staff->touched + stays_open(*state.staff)) state.staff.reset();
  if (state.corner_since && state.now >= *state.corner_since + kCornerHeld) open_door(state, effects);
}

bool staff_counts_seconds(const State& state) {
  return state.staff.has_value() || state.corner_since.has_value();
}

int staff_seconds_left(const State& state) {
  if (!state.staff) return 0;
  const auto left = state.staff->touched + stays_open(*state.staff) - state.now;
  return static_cast<int>(std::max(left, seconds{0}).count());
}

int brightness_now(const State& state) {
  if (!state.clock_known || is_visited(state)) return state.machine.brightness;
  const auto local = state.now + kVietnamOffset;
  const auto time = local - std::chrono::floor<std::chrono::days>(local);
  const auto [from, to] = std::pair(state.machine.night_begins, state.machine.night_ends);
  const bool night = from < to ? time >= from && time < to : time >= from || time < to;
  return night ? state.machine.night_brightness : state.machine.brightness;
}

}  // namespace conglang::kiosk
