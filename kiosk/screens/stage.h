#pragma once
// Low mode: on a tall screen every control stands in the lower half, and the upper half is a stage for what
// is only looked at.

#include "kiosk/model/views.h"
#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

/// The upper half below the header.
Rect stage_of(const Theme& theme);

/// What stands there when the page shown has nothing of its own for it: the gate with the clock in its arch.
void draw_gate_stage(const kiosk::HeaderView& view, Canvas& canvas);

/// True for the pages that draw their own stage.
bool has_own_stage(const kiosk::BodyView& body);

}  // namespace conglang::screens
