#include <algorithm>

#include "kiosk/model/house.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/staff.h"
#include "kiosk/model/urgent.h"
#include "kiosk/model/validity.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

constexpr int kPercents[] = {20, 40, 60, 80, 100};
constexpr int kTurns[] = {0, 90, 180, 270};

std::string number(std::int64_t value) {
  return std::to_string(value);
}

// "1:48"
std::string minutes_text(int seconds) {
  return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

std::string percent(int value, const Words& words) {
  return words(Key::staff_percent, {{"n", number(value)}});
}

std::string wait_text(const State& state, const Words& words) {
  const auto left = state.staff->wait_until - state.now;
  if (left.count() <= 0) return {};
  return words(Key::pin_wait, {{"time", minutes_text(static_cast<int>(left.count()))}});
}

StaffPageView door_page(const State& state, const Words& words) {
  const Staff& staff = *state.staff;
  if (staff.answer == DoorAnswer::unset)
    return StaffShutView{words(Key::pin_unset_title), words(Key::pin_unset_text), staff.set_pin_words};
  StaffDoorView view{
      words(Key::pin_title), static_cast<int>(staff.digits.size()), {}, false, words(Key::pin_erase),
      words(Key::pin_enter)};
  if (staff.answer == DoorAnswer::wrong) view.note = words(Key::pin_wrong);
  if (staff.answer == DoorAnswer::broken) view.note = words(Key::pin_broken);
  const std::string wait = wait_text(state, words);
  view.locked = !wait.empty();
  append(view.note, wait, " ");
  return view;
}

// "15:10 hôm nay", "15:10 ngày 22/11"
std::string moment(Instant instant, const State& state, const Words& words) {
  const Date date = local_date(instant);
  if (date == today(state)) return words(Key::staff_today, {{"time", clock_text(instant)}});
  return words(Key::staff_on_day, {{"time", clock_text(instant)}, {"date", day_and_month(date, words)}});
}

StaffStatusView content_status(const State& state, const Words& words) {
  const MachineStatus& status = *state.staff->status;
  StaffStatusView view{true, words(Key::status_content), {}};
  if (status.generation == 0 || !state.content) return {false, view.label, words(Key::status_no_content)};
  view.text = words(Key::status_generation, {{"n", number(status.generation)}});
  if (state.published_at) append(view.text, moment(*state.published_at, state, words), " · ");
  view.good = !status.turned_away && status.not_shown == 0;
  if (status.turned_away) append(view.text, words(Key::status_turned_away), ". ");
  if (status.not_shown > 0)
    append(view.text, words(Key::status_not_shown, {{"n", number(status.not_shown)}}), ". ");
  return view;
}

StaffStatusView sync_status(const State& state, const Words& words) {
  const MachineStatus& status = *state.staff->status;
  const std::string label = words(Key::status_sync);
  if (!status.last_try) return {false, label, words(Key::status_sync_never)};
  if (!status.last_try_failed)
    return {true, label, words(Key::status_sync_done, {{"moment", moment(*status.last_try, state, words)}})};
  if (!status.last_success) return {false, label, words(Key::status_sync_failed_never)};
  return {false, label,
          words(Key::status_sync_failed, {{"moment", moment(*status.last_success, state, words)}})};
}

StaffStatusView disk_status(const MachineStatus& status, const Words& words) {
  constexpr std::int64_t kMegabytes = 1000;
  const bool large = status.free_megabytes >= kMegabytes;
  const std::string text =
      large ? words(Key::status_gigabytes, {{"n", number(status.free_megabytes / kMegabytes)}})
            : words(Key::status_megabytes, {{"n", number(status.free_megabytes)}});
  return {!status.disk_is_low, words(Key::status_disk), text};
}

StaffStatusView clock_status(const State& state, const Words& words) {
  const std::string label = words(Key::status_clock);
  if (!state.clock_known) return {false, label, words(Key::status_clock_unknown)};
  return {
      true, label,
      words(Key::staff_on_day, {{"time", clock_text(state.now)}, {"date", full_date(today(state), words)}})};
}

StaffStatusView review_status(const State& state, const Words& words) {
  const std::string label = words(Key::status_review);
  const auto& guides = state.content->guides;
  const auto stale = std::ranges::count_if(guides, [&](const guide::Guide& guide) {
    return is_shown(guide, today(state)) && is_past_review(guide, today(state));
  });
  if (stale == 0) return {true, label, words(Key::status_review_none)};
  return {false, label, words(Key::status_review_some, {{"n", number(stale)}})};
}

// Nothing for a machine that reports to nobody.
std::optional<StaffStatusView> desk_status(const MachineStatus& status, const Words& words) {
  const std::string label = words(Key::status_desk);
  switch (status.enrolment) {
    case Enrolment::none:
      return std::nullopt;
    case Enrolment::offering:
      return StaffStatusView{false, label, words(Key::status_desk_offering)};
    case Enrolment::waiting:
      return StaffStatusView{false, label, words(Key::status_desk_waiting, {{"code", status.claim_code}})};
    case Enrolment::claimed:
      return StaffStatusView{true, label, words(Key::status_desk_claimed, {{"place", status.claimed_for}})};
  }
  return std::nullopt;
}

// Nothing for a panel on which everything can be read and touched.
std::optional<StaffStatusView> panel_status(const MachineStatus& status, const Words& words) {
  if (!status.panel_is_small) return std::nullopt;
  return StaffStatusView{false, words(Key::status_panel), words(Key::status_panel_small)};
}

// Hides the screen, or shows it again: from staff's own cover, or from an order of the emergency role.
StaffTileView cover_tile(const State& state, const Words& words) {
  MachineSettings changed = state.machine;
  if (const guide::EmergencyScreen* order = emergency_in_force(state)) {
    changed.lifted = order->id;
    return {"megaphone-simple", words(Key::staff_lift), ChangeSettings{std::move(changed)}};
  }
  changed.covered = !changed.covered;
  const Key label = state.machine.covered ? Key::staff_uncover : Key::staff_cover;
  return {"eye-slash", words(label), ChangeSettings{std::move(changed)}};
}

StaffPageView menu_page(const State& state, const Words& words) {
  StaffMenuView view;
  view.tiles = {{"usb", words(Key::staff_usb), OpenStaffPage{StaffPage::sticks}},
                {"arrows-clockwise", words(Key::staff_sync), AskSync{}},
                {"monitor", words(Key::staff_screen), OpenStaffPage{StaffPage::screen}},
                {"hand-tap", words(Key::staff_touch_test), OpenStaffPage{StaffPage::touch_test}},
                {"speaker-high", words(Key::staff_sound), OpenStaffPage{StaffPage::sound}},
                {"globe", words(Key::staff_language), OpenStaffPage{StaffPage::language}},
                {"clipboard-text", words(Key::staff_diagnosis), AskDiagnosis{}},
                {"power", words(Key::staff_restart), OpenStaffPage{StaffPage::restart}}};
  view.status_title = words(Key::status_title);
  if (state.staff->status) {
    view.status = {content_status(state, words), sync_status(state, words),
                   disk_status(*state.staff->status, words), clock_status(state, words)};
    if (state.content) view.status.push_back(review_status(state, words));
    if (auto panel = panel_status(*state.staff->status, words)) view.status.push_back(std::move(*panel));
    if (auto desk = desk_status(*state.staff->status, words)) view.status.push_back(std::move(*desk));
  }
  view.turn_back = {"arrow-counter-clockwise", words(Key::staff_turn_back), AskTurnBack{}};
  view.cover = cover_tile(state, words);
  view.covered = state.machine.covered || emergency_in_force(state);
  return view;
}

// One option a value; each touch sends all settings with `field` changed.
template <typename Value, typename Label>
StaffGroupView group_of(const State& state, std::string title, const std::vector<Value>& values,
                        Value MachineSettings::*field, Value current, const Label& label) {
  StaffGroupView group{std::move(title), {}, false};
  for (const Value& value : values) {
    MachineSettings changed = state.machine;
    changed.*field = value;
    group.options.push_back({label(value), value == current, ChangeSettings{std::move(changed)}});
  }
  return group;
}

std::vector<int> percents() {
  return {std::begin(kPercents), std::end(kPercents)};
}

StaffPageView screen_page(const State& state, const Words& words) {
  const MachineSettings& now = state.machine;
  const auto in_percent = [&](int value) { return percent(value, words); };
  const auto in_degrees = [&](int value) {
    return value == 0 ? words(Key::staff_unturned) : words(Key::staff_degrees, {{"n", number(value)}});
  };
  return StaffChoicesView{
      {},
      {group_of(state, words(Key::staff_brightness), percents(), &MachineSettings::brightness, now.brightness,
                in_percent),
       group_of(state, words(Key::staff_night_brightness), percents(), &MachineSettings::night_brightness,
                now.night_brightness, in_percent),
       group_of(state, words(Key::staff_rotation), std::vector<int>(std::begin(kTurns), std::end(kTurns)),
                &MachineSettings::rotation, now.rotation, in_degrees)},
      {}};
}

StaffPageView sound_page(const State& state, const Words& words) {
  const auto label = [&](int value) { return words(Key::staff_level, {{"n", number(value)}}); };
  std::vector<int> levels;
  for (int level = 1; level <= kLoudest; ++level) levels.push_back(level);
  return StaffChoicesView{{},
                          {group_of(state, words(Key::staff_volume), levels, &MachineSettings::loudness,
                                    state.machine.loudness, label)},
                          {}};
}

StaffPageView language_page(const State& state, const Strings& strings, const Words& words) {
  std::vector<std::string> codes = state.settings.languages;
  std::ranges::sort(codes, std::greater<>());  // always in one order, whatever is chosen
  StaffGroupView group = group_of(state, words(Key::staff_home_language), codes, &MachineSettings::language,
                                  state.settings.languages.front(),
                                  [&](const std::string& code) { return strings.in(code).name; });
  return StaffChoicesView{{}, {std::move(group)}, {}};
}

StaffPageView sticks_page(const State& state, const Words& words) {
  const auto& sticks = state.staff->sticks;
  StaffChoicesView view;
  view.buttons = {{"arrows-clockwise", words(Key::sticks_again), FindSticksAgain{}}};
  if (!sticks || sticks->empty()) {
    view.text = words(sticks ? Key::sticks_none : Key::sticks_looking);
    return view;
  }
  view.text = words(Key::sticks_choose);
  StaffGroupView group{{}, {}, true};
  for (const Stick& stick : *sticks) group.options.push_back({stick.name, false, AskImport{stick.tree}});
  view.groups = {std::move(group)};
  return view;
}

StaffPageView restart_page(const Words& words) {
  return StaffChoicesView{words(Key::restart_text), {}, {{"power", words(Key::staff_restart), AskRestart{}}}};
}

StaffPageView touch_test_page(const State& state, const Words& words) {
  constexpr int kCells = kTestColumns * kTestRows;
  const auto& cells = state.staff->cells;
  const bool all = cells.size() == static_cast<std::size_t>(kCells);
  std::string text =
      all ? words(Key::touch_test_done)
          : words(Key::touch_test_text,
                  {{"n", number(static_cast<std::int64_t>(cells.size()))}, {"of", number(kCells)}});
  return StaffTouchTestView{std::move(text), kTestColumns, kTestRows, cells};
}

StaffPageView page_of(const State& state, const Strings& strings, const Words& words) {
  switch (state.staff->page) {
    case StaffPage::door:
      return door_page(state, words);
    case StaffPage::menu:
      return menu_page(state, words);
    case StaffPage::sticks:
      return sticks_page(state, words);
    case StaffPage::screen:
      return screen_page(state, words);
    case StaffPage::touch_test:
      return touch_test_page(state, words);
    case StaffPage::sound:
      return sound_page(state, words);
    case StaffPage::language:
      return language_page(state, strings, words);
    case StaffPage::restart:
      return restart_page(words);
  }
  return door_page(state, words);
}

Key title_of(StaffPage page) {
  switch (page) {
    case StaffPage::door:
    case StaffPage::menu:
      return Key::staff_title;
    case StaffPage::sticks:
      return Key::staff_usb;
    case StaffPage::screen:
      return Key::staff_screen;
    case StaffPage::touch_test:
      return Key::staff_touch_test;
    case StaffPage::sound:
      return Key::staff_sound;
    case StaffPage::language:
      return Key::staff_language;
    case StaffPage::restart:
      return Key::staff_restart;
  }
  return Key::staff_title;
}

std::string note_text(const Staff& staff, const Words& words) {
  switch (staff.note) {
    case StaffNote::none:
      return {};
    case StaffNote::sync_asked:
      return words(Key::note_sync);
    case StaffNote::import_asked:
      return words(Key::note_import);
    case StaffNote::turn_back_asked:
      return words(Key::note_turn_back);
    case StaffNote::diagnosis_written:
      return words(Key::note_diagnosis, {{"path", staff.note_detail}});
    case StaffNote::request_failed:
      return words(Key::note_request_failed);
    case StaffNote::diagnosis_failed:
      return words(Key::note_diagnosis_failed);
    case StaffNote::settings_failed:
      return words(Key::note_settings_failed);
  }
  return {};
}

bool is_bad(StaffNote note) {
  return note == StaffNote::request_failed || note == StaffNote::diagnosis_failed ||
         note == StaffNote::settings_failed;
}

// Of the house, by its village where it has one: the longer name would be cut on a tall screen.
std::string house_name(const State& state, const Words& words) {
  const guide::Place* house = find_place(state);
  if (house == nullptr) return {};
  return in(house->village.empty() ? house->name : house->village, words);
}

}  // namespace

std::optional<StaffView> staff_view(const State& state, const Strings& strings) {
  if (!state.staff) return std::nullopt;
  const Words words(strings.in(state.visit.language));
  const Staff& staff = *state.staff;
  const bool outermost = staff.page == StaffPage::door || staff.page == StaffPage::menu;
  StaffTileView back{"arrow-left", words(outermost ? Key::staff_leave : Key::back), LeaveStaff{}};
  if (!outermost) back.does = OpenStaffPage{StaffPage::menu};
  return StaffView{.title = words(title_of(staff.page)),
                   .context = house_name(state, words),
                   .leaves_in = words(Key::staff_leaves_in),
                   .countdown = minutes_text(staff_seconds_left(state)),
                   .back = std::move(back),
                   .note = note_text(staff, words),
                   .note_is_bad = is_bad(staff.note),
                   .page = page_of(state, strings, words)};
}

std::optional<CoverView> cover_view(const State& state, const Words& words) {
  if (!state.machine.covered) return std::nullopt;
  return CoverView{words(Key::cover_title), words(Key::cover_text), whom_to_ask(state, words)};
}

std::vector<std::string> whom_to_ask(const State& state, const Words& words) {
  constexpr std::size_t kMostContacts = 2;
  std::vector<std::string> lines;
  if (const guide::Place* house = find_place(state)) {
    lines.push_back(in(house->name, words));
    for (const auto& [contact, kind, about] : house->contacts)  // an empty screen is no emergency
      if (kind != guide::PlaceContact::Kind::emergency && lines.size() <= kMostContacts)
        lines.push_back(words(Key::labelled, {{"label", in(contact.label, words)}, {"text", contact.phone}}));
  }
  lines.push_back(words(Key::cover_hotline));
  return lines;
}

}  // namespace conglang::kiosk
