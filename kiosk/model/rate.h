#pragma once
// The question at the end of a visit. Counted by guide, day and answer, never with anything of the visitor.

#include <chrono>
#include <vector>

#include "kiosk/model/effect.h"
#include "kiosk/model/state.h"

namespace conglang::kiosk {

inline constexpr std::chrono::seconds kPatienceForRating{20};  ///< then the visit ends without an answer
inline constexpr std::chrono::seconds kThanks{5};

/// How long the page waits before it ends the visit by itself.
std::chrono::seconds rating_time(const RatePage& page);

/// Ends the visit: everything of it is wiped. Whoever leaves a guide is asked whether it helped; how
/// they see and hear the screen stays for that one question.
void finish(State& state);

void rate_helped(State& state, std::vector<Effect>& effects);

/// Asks why. Counted now, so that an answer without a reason is an answer.
void rate_not_helped(State& state, std::vector<Effect>& effects);
void give_reason(State& state, RateReason reason, std::vector<Effect>& effects);

}  // namespace conglang::kiosk
