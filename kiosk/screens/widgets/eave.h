#pragma once
// The house's face: the tiled roof edge across the top of the screen.

#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

/// The roof's edge over the whole width, lower in the middle than at its ends.
void draw_eave(Canvas& canvas);

}  // namespace conglang::screens
