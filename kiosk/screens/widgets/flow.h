#pragma once
// Blocks one below the other; what does not fit goes to the next screenful, whole. Text never shrinks to fit.

#include <functional>
#include <optional>
#include <vector>

#include "kiosk/model/action.h"
#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

struct Block {
  float height = 0;
  int counted = 0;              ///< how many things of the "còn n nữa" count it holds
  bool keep_with_next = false;  ///< a heading never stands alone at the foot of a screenful
  std::function<std::optional<kiosk::Action>(Canvas&, Rect)> draw;
};

/// One screenful of a flow.
struct Screenful {
  int turn = 0;           ///< which one is shown, from 0
  int turns = 1;          ///< how many there are
  int counted_after = 0;  ///< things counted on the screenfuls that follow
  std::optional<kiosk::Action> action;
};

/// Draws the screenful `turn` (the last, if there are fewer) of `blocks` into `room`, `gap` apart. When all
/// fit, `room` is all used; when not, the lowest `reserve` of it stays free for what turns the page.
Screenful draw_flow(Canvas& canvas, const std::vector<Block>& blocks, Rect room, float gap, float reserve,
                    int turn);

}  // namespace conglang::screens
