#pragma once
// The index of a long list: a touch on a letter goes to the first row that begins with it.

#include <optional>
#include <vector>

#include "kiosk/model/action.h"
#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

/// Fewer letters than this are no index.
inline constexpr std::size_t kLeastLetters = 3;

/// How high the bar for `letters` is in `room`; letters that no row has are left out.
float letter_bar_height(const std::vector<kiosk::IndexLetterView>& letters, float room, const Canvas& canvas);

/// Draws it. `current`: the row at the top of the list. Returns the row to go to.
std::optional<std::size_t> draw_letter_bar(const std::vector<kiosk::IndexLetterView>& letters,
                                           std::size_t current, Rect box, Canvas& canvas);

}  // namespace conglang::screens
