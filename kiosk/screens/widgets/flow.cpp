#include "kiosk/screens/widgets/flow.h"

#include <algorithm>

namespace conglang::screens {
namespace {

struct Range {
  std::size_t first;
  std::size_t end;
};

using Columns = std::vector<Range>;

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

std::vector<Columns> screenfuls_of(const std::vector<Block>& blocks, float height, const FlowLayout& layout) {
  std::vector<Columns> screenfuls;
  for (std::size_t first = 0; first < blocks.size();) {
    Columns columns;
    for (int i = 0; i < layout.columns && first < blocks.size(); ++i) {
      const std::size_t end = fitting(blocks, first, height, layout.gap);
      columns.push_back({first, end});
      first = end;
    }
    screenfuls.push_back(std::move(columns));
  }
  return screenfuls;
}

std::vector<Columns> all_screenfuls(const std::vector<Block>& blocks, float height,
                                    const FlowLayout& layout) {
  std::vector<Columns> screenfuls = screenfuls_of(blocks, height, layout);
  if (screenfuls.size() > 1) screenfuls = screenfuls_of(blocks, height - layout.reserve, layout);
  return screenfuls;
}

void draw_column(Canvas& canvas, const std::vector<Block>& blocks, Range range, Rect room, float gap,
                 Screenful& shown) {
  float y = room.y;
  for (std::size_t i = range.first; i < range.end; ++i) {
    auto action = blocks[i].draw(canvas, {room.x, y, room.w, blocks[i].height});
    if (action) shown.action = std::move(action);
    y += blocks[i].height + gap;
  }
  shown.bottom = std::max(shown.bottom, y - gap);
}

}  // namespace

int count_turns(const std::vector<Block>& blocks, float height, const FlowLayout& layout) {
  return static_cast<int>(all_screenfuls(blocks, height, layout).size());
}

Screenful draw_flow(Canvas& canvas, const std::vector<Block>& blocks, Rect room, const FlowLayout& layout,
                    int turn) {
  const std::vector<Columns> screenfuls = all_screenfuls(blocks, room.h, layout);
  Screenful shown;
  if (screenfuls.empty()) return shown;
  shown.turns = static_cast<int>(screenfuls.size());
  shown.turn = std::clamp(turn, 0, shown.turns - 1);
  const Columns& columns = screenfuls[static_cast<std::size_t>(shown.turn)];
  room.w = layout.column_width(room.w);
  for (const Range& range : columns) {
    draw_column(canvas, blocks, range, room, layout.gap, shown);
    room.x += room.w + layout.column_gap;
  }
  for (std::size_t i = columns.back().end; i < blocks.size(); ++i) shown.counted_after += blocks[i].counted;
  return shown;
}

}  // namespace conglang::screens
