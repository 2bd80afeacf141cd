#include "kiosk/model/idle.h"

#include "kiosk/model/navigation.h"
#include "kiosk/model/rate.h"
#include "kiosk/model/update.h"

namespace conglang::kiosk {
namespace {

/// Ticks come at least every minute; a longer gap is a clock that was set.
constexpr std::chrono::minutes kLongestGap{15};

/// Something to choose from, not to read.
bool is_list(const Visit& visit) {
  return is_on<HomePage>(visit) || is_on<ListPage>(visit) || is_on<CasePage>(visit) ||
         is_on<NoticesPage>(visit) || is_on<ZaloPage>(visit);
}

std::chrono::seconds patience(const Visit& visit) {
  if (const auto* rating = std::get_if<RatePage>(&current_page(visit))) return rating_time(*rating);
  return is_list(visit) ? kIdleOnLists : kIdleOnGuides;
}

}  // namespace

bool is_heard(const State& state) {
  return state.visit.speech && !state.visit.speech->paused;
}

bool is_visited(const State& state) {
  return state.visit != fresh_visit(state.settings);
}

Instant question_at(const State& state) {
  return state.touched + patience(state.visit);
}

namespace {

/// When the visit ends by itself. The question at its end is not asked about.
Instant end_at(const State& state) {
  const bool rating = is_on<RatePage>(state.visit);
  return question_at(state) + (rating ? std::chrono::seconds{0} : kIdleQuestion);
}

}  // namespace

std::optional<int> seconds_left(const State& state) {
  const Instant end = end_at(state);
  if (!is_visited(state) || state.now < question_at(state) || state.now >= end) return std::nullopt;
  return static_cast<int>((end - state.now).count());
}

void pass_time(State& state, Instant now) {
  const std::chrono::seconds gap = now - state.now;
  if (gap < std::chrono::seconds{0} || gap > kLongestGap) state.touched += gap;
  state.now = now;
  if (is_heard(state)) state.touched = now;  // who listens is there
  if (is_visited(state) && now >= end_at(state)) state.visit = fresh_visit(state.settings);
}

}  // namespace conglang::kiosk
