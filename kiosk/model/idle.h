#pragma once
// What happens when nobody touches the screen: a question, and then the end of the visit. Times are those of
// WCAG 2.2.1: asked early enough, answered by one touch, any number of times.

#include <chrono>
#include <optional>

#include "kiosk/model/state.h"

namespace conglang::kiosk {

/// True when the visit holds something to forget.
bool is_visited(const State& state);

/// True while something is being said: the question never comes up then.
bool is_heard(const State& state);

/// When the question comes up.
Instant question_at(const State& state);

/// Seconds until the visit ends, 30 to 1, while the question stands; nothing otherwise.
std::optional<int> seconds_left(const State& state);

/// True for a step of the clock that no waiting explains: it was set.
bool is_clock_jump(std::chrono::seconds step);

/// Moves the clock to `now` and ends the visit when its time is up. A clock that was set, back or by more
/// than a quarter of an hour, neither ends nor prolongs a visit.
void pass_time(State& state, Instant now);

}  // namespace conglang::kiosk
