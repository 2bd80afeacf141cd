#pragma once
// The staff's pages, over everything else, and the corner that leads to them.

#include <optional>

#include "kiosk/model/action.h"
#include "kiosk/model/pages/staff_views.h"
#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

std::optional<kiosk::Action> draw_staff(const kiosk::StaffView& view, Canvas& canvas);

/// Over all of the screen, while staff hide it.
void draw_cover(const kiosk::CoverView& view, Canvas& canvas);

/// Upper left, 30 mm square. Nothing shows where it is; nothing else is touched there.
Rect staff_corner();

std::optional<kiosk::Action> draw_staff_door(const kiosk::StaffDoorView& view, Rect room, Canvas& canvas);
void draw_staff_shut(const kiosk::StaffShutView& view, Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_staff_choices(const kiosk::StaffChoicesView& view, Rect room,
                                                Canvas& canvas);
std::optional<kiosk::Action> draw_staff_touch_test(const kiosk::StaffTouchTestView& view, Rect room,
                                                   Canvas& canvas);

}  // namespace conglang::screens
