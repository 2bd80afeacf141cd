#include "kiosk/screens/widgets/scroll_area.h"

namespace conglang::screens {
namespace {

// Edges, ledges and what rises above a line's box reach a little further than the blocks they belong to.
constexpr float kBeyondSide = 8;
constexpr float kBeyondBottom = 8;

}  // namespace

ScrollArea::ScrollArea(Canvas& canvas, Rect viewport, float resting, const Track& track)
    : canvas_(&canvas), viewport_(viewport), place_(canvas.motion().follow(viewport, resting, track)) {
  canvas.open_viewport(
      {viewport.x - kBeyondSide, viewport.y, viewport.w + 2 * kBeyondSide, viewport.h + kBeyondBottom});
}

ScrollArea::~ScrollArea() {
  canvas_->close_viewport();
}

}  // namespace conglang::screens
