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
/// frame. `inspection`, if given, receives what was drawn.
std::optional<kiosk::Action> draw_screen(const kiosk::View& view, const Theme& theme,
                                         Inspection* inspection = nullptr);

}  // namespace conglang::screens
