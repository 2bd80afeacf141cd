#include "kiosk/screens/widgets/row_grid.h"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/widgets/scroll_area.h"

namespace conglang::screens {
namespace {

// In lines, each of `columns` rows.
struct Lines {
  std::size_t count = 0;
  std::size_t fit = 0;  // in the place, whole
  float step = 0;

  std::size_t last_top() const { return count > fit ? count - fit : 0; }
};

Lines lines_of(const RowGrid& grid, float height) {
  Lines lines;
  lines.step = grid.height + grid.gap;
  lines.count = (grid.count + grid.columns - 1) / grid.columns;
  lines.fit = static_cast<std::size_t>(std::max(1.0F, std::floor((height + grid.gap) / lines.step)));
  if (lines.count > lines.fit) {
    const float place = height - grid.reserve + grid.gap;
    lines.fit = static_cast<std::size_t>(std::max(1.0F, std::floor(place / lines.step)));
  }
  return lines;
}

void tell(Shown& shown, const Lines& lines, const RowGrid& grid, float offset) {
  const auto top = static_cast<std::size_t>(std::max(0.0F, std::floor(offset / lines.step + 0.01F)));
  const std::size_t last = lines.last_top();
  shown.pages = static_cast<int>((last + lines.fit - 1) / lines.fit) + 1;
  shown.page = top >= last ? shown.pages - 1 : static_cast<int>(top / lines.fit);
  shown.next = top >= last ? 0 : static_cast<float>(std::min(top + lines.fit, last)) * lines.step;
  const std::size_t seen = std::min(grid.count, (top + lines.fit) * grid.columns);
  shown.counted_after = static_cast<int>(grid.count - seen);
}

}  // namespace

Shown draw_row_grid(Canvas& canvas, const RowGrid& grid, Rect room, float offset, const DrawRow& draw) {
  const Lines lines = lines_of(grid, room.h);
  const bool scrolled = lines.count > lines.fit;
  const Rect viewport{room.x, room.y, room.w, scrolled ? room.h - grid.reserve : room.h};
  const Track track{static_cast<float>(lines.last_top()) * lines.step,
                    [&lines](float at) { return std::round(at / lines.step) * lines.step; }};
  const ScrollArea area(canvas, viewport, offset, track);
  const auto columns = static_cast<float>(grid.columns);
  const float width = (room.w - grid.column_gap * (columns - 1)) / columns;
  Shown shown;
  auto line = static_cast<std::size_t>(area.offset() / lines.step + 0.01F);
  // At rest the foot cuts no row: the next page shows it.
  const std::size_t end = canvas.motion().is_still() ? std::min(line + lines.fit, lines.count) : lines.count;
  for (float top = static_cast<float>(line) * lines.step; line < end && area.shows(top, top + 1);
       ++line, top += lines.step) {
    for (std::size_t i = line * grid.columns; i < std::min(grid.count, (line + 1) * grid.columns); ++i) {
      const float x = room.x + static_cast<float>(i % grid.columns) * (width + grid.column_gap);
      auto action = draw(i, {x, area.y(top), width, grid.height});
      if (action) shown.action = std::move(action);
    }
  }
  if (area.rest()) shown.action = kiosk::ScrollTo{*area.rest()};
  tell(shown, lines, grid, area.offset());
  return shown;
}

}  // namespace conglang::screens
