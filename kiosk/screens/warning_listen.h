#pragma once
// The button that reads a warning aloud, on the ground of warnings.

#include "kiosk/model/views.h"
#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

/// Outlined: what to do next is what the warning says. Nothing where the machine has no voice. Returns
/// whether it was touched.
bool draw_listen_to_warning(const kiosk::ListenView& listen, Rect box, Canvas& canvas);

}  // namespace conglang::screens
