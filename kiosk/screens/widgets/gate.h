#pragma once
// The village gate: small as our mark, large where the screen has nothing else to show.

#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

/// assets/mark.svg, centred on a point.
void draw_mark(Canvas& canvas, float x, float y, float size);

inline constexpr float kGateWidth = 780;
inline constexpr float kGateHeight = 816;

/// assets/gate.svg with its upper left corner at a point, `size` times its own size, `sign` above the roof,
/// if it can be read whole there. Returns the room in the arch.
Rect draw_gate(Canvas& canvas, float x, float y, float size, std::string_view sign);

}  // namespace conglang::screens
