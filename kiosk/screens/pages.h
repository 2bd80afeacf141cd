#pragma once
// One function a page, one file a function. `room` is what header, bar and footer leave.

#include <optional>

#include "kiosk/model/action.h"
#include "kiosk/model/views.h"
#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

void draw_waiting(const kiosk::WaitingView& view, const kiosk::ChromeView& chrome, Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_home(const kiosk::HomeView& view, Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_list(const kiosk::ListView& view, const kiosk::ChromeView& chrome,
                                       Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_case(const kiosk::CaseView& view, const kiosk::ChromeView& chrome,
                                       Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_guide(const kiosk::GuideView& view, const kiosk::ChromeView& chrome,
                                        Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_steps(const kiosk::StepsView& view, const kiosk::ChromeView& chrome,
                                        Rect room, Canvas& canvas);
std::optional<kiosk::Action> draw_qr(const kiosk::QrView& view, Rect room, Canvas& canvas);

/// Over everything.
std::optional<kiosk::Action> draw_idle(const kiosk::IdleView& view, Canvas& canvas);

}  // namespace conglang::screens
