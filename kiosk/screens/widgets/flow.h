#pragma once
// Blocks one below the other, in one column or in several, scrolled when they are taller than their place.
// Text never shrinks to fit. A column always comes to rest at the top of a block; several columns are set in
// spreads as high as their place, and come to rest at the top of one. At rest the foot cuts no block that
// would fit: the next page shows it.

#include <functional>
#include <optional>
#include <vector>

#include "kiosk/model/action.h"
#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

struct Block {
  float height = 0;
  int counted = 0;              ///< how many things of the "còn n nữa" count it holds
  bool keep_with_next = false;  ///< a heading never stands alone at the foot of a column
  std::function<std::optional<kiosk::Action>(Canvas&, Rect)> draw;
};

struct FlowLayout {
  float gap = 0;      ///< between blocks
  float reserve = 0;  ///< kept free at the foot, for the pill, when there is more than fits
  int columns = 1;
  float column_gap = 0;

  float column_width(float room) const {
    return (room - column_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  }
};

/// What a flow shows, and how far it goes.
struct Shown {
  int page = 0;           ///< of pages as high as its place, which one this is, from 0
  int pages = 1;          ///< 1: all of it fits
  int counted_after = 0;  ///< things counted that are not wholly seen yet
  float next = 0;         ///< where the next page begins; on the last one the first
  std::optional<kiosk::Action> action;
};

/// How many pages `blocks` need in a room of `height`.
int count_pages(const std::vector<Block>& blocks, float height, const FlowLayout& layout);

/// Draws `blocks` into `room`, scrolled by the finger or to `offset`, where they rested last.
Shown draw_flow(Canvas& canvas, const std::vector<Block>& blocks, Rect room, const FlowLayout& layout,
                float offset);

}  // namespace conglang::screens
