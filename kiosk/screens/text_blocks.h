#pragma once
// Running text in a flow: broken between lines where a screenful ends, so that it is read whole however long
// it is. Flows of text have no gap of their own; every block brings the space after it.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "kiosk/model/view_parts.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {

/// `text` must outlive the blocks. `after`: the space below it.
void add_text(std::vector<Block>& blocks, std::string_view text, const TextStyle& style, float width,
              float after, const Canvas& canvas);

/// `text` as one block that is not broken between lines; an empty one makes none. `counted`: as Block's; what
/// counts for nothing is a heading and stays with what follows. `text` must outlive the blocks.
void add_paragraph(std::vector<Block>& blocks, std::string_view text, const TextStyle& style, float width,
                   int counted, const Canvas& canvas);

/// A mark that stands alone in its line, with what follows; nothing for none. It must outlive the blocks.
void add_mark(std::vector<Block>& blocks, const std::optional<kiosk::ChipView>& mark, const Canvas& canvas);

/// Chips side by side, on as many lines as they need. `chips` must outlive the blocks.
void add_chips(std::vector<Block>& blocks, std::span<const kiosk::ChipView> chips, float width, float after,
               const Canvas& canvas);

float chip_lines_height(std::span<const kiosk::ChipView> chips, float width, const Canvas& canvas);
void draw_chip_lines(std::span<const kiosk::ChipView> chips, Rect room, Canvas& canvas);

}  // namespace conglang::screens
