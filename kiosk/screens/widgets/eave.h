#pragma once
// The house's face: the tiled roof edge across the top of the header, and the gate that is our mark.

#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

/// The roof's edge over the whole width, lower in the middle than at its ends.
void draw_eave(Canvas& canvas);

/// The gate, centred on a point.
void draw_mark(Canvas& canvas, float x, float y, float size);

}  // namespace conglang::screens
