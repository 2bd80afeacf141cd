#include "kiosk/screens/widgets/flow.h"

#include <algorithm>

namespace conglang::screens {
namespace {

struct Range {
  std::size_t first;
  std::size_t end;
};

// How many blocks from `first` on fit into `height`; at least one, so that every block is shown somewhere.
std::size_t fitting(const std::vector<Block>& blocks, std::size_t first, float height, float gap) {
  std::size_t end = first;
  float used = 0;
  while (end < blocks.size()) {
    const float more = blocks[end].height + (end > first ? gap : 0);
    if (end > first && used + more > height) break;
    used += more;
    ++end;
  }
  while (end < blocks.size() && end > first + 1 && blocks[end - 1].keep_with_next) --end;
  return end;
}

std::vector<Range> screenfuls(const std::vector<Block>& blocks, float height, float gap) {
  std::vector<Range> ranges;
  for (std::size_t first = 0; first < blocks.size();) {
    const std::size_t end = fitting(blocks, first, height, gap);
    ranges.push_back({first, end});
    first = end;
  }
  return ranges;
}

}  // namespace

Screenful draw_flow(Canvas& canvas, const std::vector<Block>& blocks, Rect room, float gap, float reserve,
                    int turn) {
  std::vector<Range> ranges = screenfuls(blocks, room.h, gap);
  if (ranges.size() > 1) ranges = screenfuls(blocks, room.h - reserve, gap);
  Screenful shown;
  if (ranges.empty()) return shown;
  shown.turns = static_cast<int>(ranges.size());
  shown.turn = std::clamp(turn, 0, shown.turns - 1);
  const Range range = ranges[static_cast<std::size_t>(shown.turn)];
  float y = room.y;
  for (std::size_t i = range.first; i < range.end; ++i) {
    auto action = blocks[i].draw(canvas, {room.x, y, room.w, blocks[i].height});
    if (action) shown.action = std::move(action);
    y += blocks[i].height + gap;
  }
  for (std::size_t i = range.end; i < blocks.size(); ++i) shown.counted_after += blocks[i].counted;
  return shown;
}

}  // namespace conglang::screens
