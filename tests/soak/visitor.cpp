#include "tests/soak/visitor.h"

#include <cxxabi.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <typeinfo>
#include <utility>

#include "kiosk/model/urgent.h"

namespace conglang::soak {
namespace {

using kiosk::Action;
using std::chrono::seconds;

const Instant kStart = *parse_instant("2026-11-23T09:20:00Z");

// "HomeView"
template <typename T>
std::string name_of() {
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> name(
      abi::__cxa_demangle(typeid(T).name(), nullptr, nullptr, &status), &std::free);
  const std::string whole = name ? name.get() : "?";
  return whole.substr(whole.rfind(':') + 1);
}

template <typename Variant, std::size_t... i>
void insert_names(std::set<std::string>& names, std::index_sequence<i...>) {
  (names.insert(name_of<std::variant_alternative_t<i, Variant>>()), ...);
}

template <typename Variant>
void insert_names(std::set<std::string>& names) {
  insert_names<Variant>(names, std::make_index_sequence<std::variant_size_v<Variant>>{});
}

template <typename Variant>
std::string kind_of(const Variant& page) {
  return std::visit([](const auto& one) { return name_of<std::decay_t<decltype(one)>>(); }, page);
}

std::string kind_of(const kiosk::View& view) {
  if (view.staff) return kind_of(view.staff->page);
  if (view.cover) return "CoverView";
  if (view.idle) return "IdleView";
  return kind_of(view.body);
}

}  // namespace

std::set<std::string> all_kinds() {
  std::set<std::string> names{"CoverView", "IdleView"};
  insert_names<kiosk::AnyBodyView>(names);
  insert_names<kiosk::StaffPageView>(names);
  return names;
}

Visitor::Visitor(unsigned seed, guide::Content content, kiosk::Strings strings)
    : random_(seed),
      content_(std::move(content)),
      strings_(std::move(strings)),
      screen_(1920, 1080),
      state_(kiosk::initial_state({strings_.languages(), "thuong-thap"}, kStart)) {}

void Visitor::act() {
  if (!state_.content) {
    look();
    return apply(kiosk::ContentArrived{content_, kStart});
  }
  if (one_in(60)) return hold_corner();
  if (one_in(80)) return let_time_pass(seconds{200});
  if (one_in(30)) return let_time_pass(kiosk::next_deadline(state_) - state_.now);
  if (one_in(200)) return apply(kiosk::ContentArrived{arriving_content(), state_.now});
  // Staff who hid the screen go away: the tile that shows it again would else be touched before anything.
  if (state_.machine.covered && state_.staff && one_in(3)) return let_time_pass(seconds{200});
  if ((state_.machine.covered || kiosk::emergency_in_force(state_)) && one_in(15)) return show_again();
  touch_something();
}

// Mostly the usual; now and then with what stands before everything.
guide::Content Visitor::arriving_content() {
  guide::Content content = content_;
  if (one_in(3)) {
    const auto mode = one_in(2) ? guide::EmergencyScreen::Mode::blank : guide::EmergencyScreen::Mode::replace;
    content.emergency = guide::EmergencyScreen{mode, "lenh-" + std::to_string(++orders_), {}, {}, state_.now};
  } else if (one_in(2)) {
    for (guide::Notice& notice : content.notices)
      if (notice.urgency == guide::Notice::Urgency::emergency)
        notice.from = notice.until = local_date(state_.now);
  }
  return content;
}

// Staff from elsewhere, so that a hidden screen does not hide the rest of the walk.
void Visitor::show_again() {
  kiosk::MachineSettings settings = state_.machine;
  settings.covered = false;
  if (const auto* order = kiosk::emergency_in_force(state_)) settings.lifted = order->id;
  apply(kiosk::StaffReport(kiosk::SettingsRead{settings}));
}

void Visitor::look() {
  const kiosk::View view = kiosk::view_of(state_, strings_);
  screen_.draw(view);
  ++seen_[kind_of(view)];
}

// What was touched least is the likeliest: rare pages are reached early.
std::string Visitor::choose_target(const kiosk::View& view) {
  const auto& targets = screen_.drawn().targets;
  if (targets.empty()) return {};
  const std::string kind = kind_of(view);
  std::vector<double> weights;
  for (const auto& target : targets) {
    const auto times = static_cast<double>(1 + touched_[kind + " " + target.id]);
    weights.push_back(1.0 / (times * times));
  }
  std::discrete_distribution<std::size_t> choice(weights.begin(), weights.end());
  std::string id = targets[choice(random_)].id;
  ++touched_[kind + " " + id];
  return id;
}

void Visitor::touch_something() {
  look();
  const kiosk::View view = kiosk::view_of(state_, strings_);
  const std::string id = choose_target(view);
  if (id.empty()) return let_time_pass(seconds{1});
  screen_.press(id);
  const auto early = screen_.draw(view);
  screen_.release();
  const auto action = screen_.draw(view);
  if (early) apply(*early);
  if (action) apply(*action);
}

void Visitor::apply(const Action& action) {
  kiosk::Step step = kiosk::update(std::move(state_), action);
  state_ = std::move(step.state);
  for (const kiosk::Effect& effect : step.effects) answer(effect);
}

void Visitor::answer(const kiosk::Effect& effect) {
  const auto* of_staff = std::get_if<kiosk::StaffEffect>(&effect);
  if (of_staff == nullptr) return;
  const auto report = [&](kiosk::StaffReport what) { apply(Action(std::move(what))); };
  using kiosk::DoorAnswer;
  if (std::holds_alternative<kiosk::AskDoor>(*of_staff)) {
    report(kiosk::DoorAnswered{one_in(6) ? DoorAnswer::unset : DoorAnswer::none, 0, "set-pin"});
  } else if (std::holds_alternative<kiosk::CheckPin>(*of_staff)) {
    const bool right = !one_in(4);
    report(kiosk::DoorAnswered{right ? DoorAnswer::right : DoorAnswer::wrong, right ? 0 : 5, {}});
  } else if (std::holds_alternative<kiosk::ReadStatus>(*of_staff)) {
    report(kiosk::StatusRead{{.generation = 1, .last_success = state_.now, .last_try = state_.now}});
  } else if (std::holds_alternative<kiosk::FindSticks>(*of_staff)) {
    report(kiosk::SticksFound{{{"LANG", "/media/LANG"}}});
  } else if (std::holds_alternative<kiosk::WriteDiagnosis>(*of_staff)) {
    report(kiosk::StaffNoted{kiosk::StaffNote::diagnosis_written, "/media/LANG/conglang.json"});
  }
}

// With every tick that the screen's own loop would send.
void Visitor::let_time_pass(seconds time) {
  const Instant end = state_.now + time;
  while (state_.now < end) {
    apply(kiosk::Tick{std::min(end, kiosk::next_deadline(state_))});
    if (one_in(40)) look();
  }
}

void Visitor::hold_corner() {
  apply(kiosk::StaffTouch(kiosk::PressCorner{}));
  let_time_pass(seconds{3});
  apply(kiosk::StaffTouch(kiosk::LeaveCorner{}));
}

}  // namespace conglang::soak
