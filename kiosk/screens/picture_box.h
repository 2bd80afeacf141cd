#pragma once
// A picture of the commune's in its place on a page, and what lies over it.

#include <optional>
#include <string>

#include "kiosk/model/action.h"
#include "kiosk/model/views.h"
#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

/// Has `file` decoded for `box`, before its turn to be drawn there comes.
void prepare_picture(const std::string& file, Rect box, Canvas& canvas);

/// The dark button that lies on a picture.
bool picture_button(Canvas& canvas, std::string_view id, Rect box, std::string_view icon,
                    std::string_view label);
float picture_button_width(const Canvas& canvas, std::string_view label);
inline constexpr float kPictureButton = 116;

/// Which of several pictures this is, at the lower right corner of `box`: a touch shows the next one.
std::optional<kiosk::Action> draw_picture_turn(const kiosk::PicturesView& pictures, Rect box, Canvas& canvas);

}  // namespace conglang::screens
