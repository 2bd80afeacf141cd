#pragma once
// New content under a visitor: lists change at once, a guide being read stays as it was opened, a guide that
// was withdrawn sends its reader home with a sentence.

#include "kiosk/model/action.h"
#include "kiosk/model/state.h"

namespace conglang::kiosk {

void take_content(State& state, const ContentArrived& arrival);

/// The text that the "vừa cập nhật" bar leads to: the active text of the guide being read, when it differs
/// from the one on the screen.
const guide::Guide* newer_text(const State& state);

}  // namespace conglang::kiosk
