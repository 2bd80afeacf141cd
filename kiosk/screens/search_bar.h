#pragma once
// The ways into search: the bar on the home page, the button at the foot of a list.

#include <string>

#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

inline constexpr float kSearchBarHeight = 100;

/// A line that looks like one to type in. Returns true when touched. As much of `hint` as fits is shown,
/// whole words.
bool draw_search_bar(const std::string& hint, Rect box, Canvas& canvas);

float search_button_width(const std::string& label, const Canvas& canvas);
bool draw_search_button(const std::string& label, Rect box, Canvas& canvas);

}  // namespace conglang::screens
