#pragma once
// The keyboard on the screen: five rows in the same places whatever the order of its letters.

#include <optional>

#include "kiosk/model/action.h"
#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

inline constexpr float kKeyHeight = 104;
inline constexpr float kLeastKeyHeight = 62;  ///< 15 mm

/// How high the keyboard is when its keys are `key_height`.
float keyboard_height(float key_height);

/// The highest keys, of the usual height at most, with which a keyboard fits into `height`.
float key_height_in(float height);

/// Draws the keyboard into `box`, whose height keyboard_height() gave.
std::optional<kiosk::Action> draw_keyboard(const kiosk::KeyboardView& view, Rect box, Canvas& canvas);

}  // namespace conglang::screens
