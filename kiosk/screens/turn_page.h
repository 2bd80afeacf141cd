#pragma once
// "Còn 3 việc nữa": the pill that says there is more and shows it at a touch.

#include <optional>

#include "kiosk/model/action.h"
#include "kiosk/model/views.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {

float turn_pill_height(const Canvas& canvas);

/// Draws the pill at the foot of `room` when the flow has more than one screenful. On the last one it leads
/// back to the first.
std::optional<kiosk::Action> draw_turn_pill(const Screenful& shown, const kiosk::Pattern& more,
                                            const kiosk::Pattern& turn_page, Rect room, Canvas& canvas);

}  // namespace conglang::screens
