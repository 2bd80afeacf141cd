#pragma once
// Blocks one below the other, in one column or in several; what does not fit goes to the next screenful,
// whole. Text never shrinks to fit.

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
  float reserve = 0;  ///< kept free at the foot, for what turns the page, when there is more than a screenful
  int columns = 1;
  float column_gap = 0;

  float column_width(float room) const {
    return (room - column_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  }
};

/// One screenful of a flow.
struct Screenful {
  int turn = 0;           ///< which one is shown, from 0
  int turns = 1;          ///< how many there are
  int counted_after = 0;  ///< things counted on the screenfuls that follow
  float bottom = 0;       ///< where its longest column ends
  std::optional<kiosk::Action> action;
};

/// How many screenfuls `blocks` need in a room of `height`.
int count_turns(const std::vector<Block>& blocks, float height, const FlowLayout& layout);

/// Draws the screenful `turn` (the last, if there are fewer) of `blocks` into `room`.
Screenful draw_flow(Canvas& canvas, const std::vector<Block>& blocks, Rect room, const FlowLayout& layout,
                    int turn);

}  // namespace conglang::screens
