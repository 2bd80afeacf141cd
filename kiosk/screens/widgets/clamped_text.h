#pragma once
// Names that may be long: as many lines as there is room for, the rest told by "…". Parts of them may be
// marked.

#include <span>
#include <string_view>

#include "kiosk/model/pages/search.h"
#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

/// How high `text` stands in `room`, at most `most_lines`.
float clamped_height(const Canvas& canvas, std::string_view text, float room, const TextStyle& style,
                     std::size_t most_lines);

/// Draws it, the first line's box at `top`. `marked`: parts of `text` on the colour of a match.
void draw_clamped(Canvas& canvas, std::string_view text, std::span<const kiosk::TextPart> marked, float x,
                  float top, float room, const TextStyle& style, std::size_t most_lines);

}  // namespace conglang::screens
