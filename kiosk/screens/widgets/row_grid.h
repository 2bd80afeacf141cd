#pragma once
// Rows of one height, one or several side by side, scrolled when there are more than fit: thousands cost no
// more than those that are seen.

#include <functional>

#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {

struct RowGrid {
  std::size_t count = 0;
  std::size_t columns = 1;
  float height = 0;  ///< of a row
  float gap = 0;     ///< between rows
  float column_gap = 0;
  float reserve = 0;  ///< as FlowLayout's
};

using DrawRow = std::function<std::optional<kiosk::Action>(std::size_t index, Rect box)>;

/// As draw_flow(). Every row counts as one thing.
Shown draw_row_grid(Canvas& canvas, const RowGrid& grid, Rect room, float offset, const DrawRow& draw);

}  // namespace conglang::screens
