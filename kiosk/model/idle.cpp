#include "kiosk/model/idle.h"

#include "kiosk/model/navigation.h"
#include "kiosk/model/update.h"

namespace conglang::kiosk {
namespace {

/// Ticks come at least every minute; a longer gap is a clock that was set.
constexpr std::chrono::minutes kLongestGap{15};

std::chrono::seconds patience(const Visit& visit) {
  const bool on_lists = !is_of_guide(current_page(visit)) || is_on<CasePage>(visit);
  return on_lists ? kIdleOnLists : kIdleOnGuides;
}

}  // namespace

bool is_visited(const State& state) {
  return state.visit != fresh_visit(state.settings);
}

Instant question_at(const State& state) {
  return state.touched + patience(state.visit);
}

std::optional<int> seconds_left(const State& state) {
  const Instant end = question_at(state) + kIdleQuestion;
  if (!is_visited(state) || state.now < question_at(state) || state.now >= end) return std::nullopt;
  return static_cast<int>((end - state.now).count());
}

void pass_time(State& state, Instant now) {
  const std::chrono::seconds gap = now - state.now;
  if (gap < std::chrono::seconds{0} || gap > kLongestGap) state.touched += gap;
  state.now = now;
  if (is_visited(state) && now >= question_at(state) + kIdleQuestion)
    state.visit = fresh_visit(state.settings);
}

}  // namespace conglang::kiosk
