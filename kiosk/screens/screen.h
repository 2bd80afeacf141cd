#pragma once
// The whole screen from a view: chrome, page, and the idle question over both. Draws with Dear ImGui into the
// window that is open, decides where things stand and nothing else: every word comes from the view.

#include <optional>

#include "kiosk/model/action.h"
#include "kiosk/model/views.h"
#include "kiosk/screens/theme/theme.h"
#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

/// Draws `view` over all of ImGui's display, between NewFrame and Render. Returns what was touched in this
/// frame. `motion` is the same from frame to frame: while it runs, the next frame is due without any input.
/// `inspection`, if given, receives what was drawn; `focus` what can be reached by keypad, and its ring is
/// drawn.
std::optional<kiosk::Action> draw_screen(const kiosk::View& view, const Theme& theme, ScrollMotion& motion,
                                         Inspection* inspection = nullptr, Focus* focus = nullptr);

}  // namespace conglang::screens
