#pragma once
// The one way in which the kiosk changes: state and action in, state and effects out.

#include <chrono>
#include <optional>
#include <vector>

#include "kiosk/model/action.h"
#include "kiosk/model/effect.h"
#include "kiosk/model/state.h"

namespace conglang::kiosk {

inline constexpr std::chrono::seconds kIdleOnLists{90};
inline constexpr std::chrono::seconds kIdleOnGuides{180};  ///< and whatever else is read or copied from
inline constexpr std::chrono::seconds kIdleQuestion{30};   ///< "Bác còn đọc không?"

struct Step {
  State state;
  std::vector<Effect> effects;
};

/// The state after `action`. Total: every action is welcome in every state.
Step update(State state, const Action& action);

/// When the platform should send the next Tick although nobody touches anything: the next minute of the
/// clock, the idle question, each of its seconds, the end of the visit; whichever is first.
Instant next_deadline(const State& state);

}  // namespace conglang::kiosk
