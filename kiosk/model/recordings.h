#pragma once
// The village's own voice, where a page has a recording that fits it; the machine's reads everything else.

#include <string>

#include "kiosk/model/action.h"
#include "kiosk/model/state.h"
#include "kiosk/model/views.h"

namespace conglang::kiosk {

/// The recording of the page that `view` shows of `state`, in the visit's language; empty when there is none
/// that fits: of other words, of another language, one that could not be played before, or of a page that
/// calls one of its facts doubtful today, which a recording would tell all the same.
std::string recording_of_page(const State& state, const View& view);

/// It cannot be played: the page is read by the machine's voice, from its beginning.
void give_up_recording(State& state, const RecordingFailed& action);

}  // namespace conglang::kiosk
