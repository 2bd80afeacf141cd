#pragma once
// "Còn 3 việc nữa": the pill that says there is more and shows it at a touch.

#include <optional>

#include "kiosk/model/action.h"
#include "kiosk/model/views.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {

float turn_pill_height(const Canvas& canvas);

/// Draws the pill at the foot of `room` when there is more than fits: how many things are still to come, or,
/// where the text is large, which page this is. At the end it leads back to the top. Returns what was
/// touched: the pill, or what `shown` holds.
std::optional<kiosk::Action> draw_turn_pill(const Shown& shown, const kiosk::Pattern& more,
                                            const kiosk::ChromeView& chrome, Rect room, Canvas& canvas);

}  // namespace conglang::screens
