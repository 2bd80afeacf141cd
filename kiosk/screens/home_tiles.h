#pragma once
// Life events as large tiles.

#include <optional>
#include <vector>

#include "kiosk/model/action.h"
#include "kiosk/model/views.h"
#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

inline constexpr float kTileGap = 20;

/// As many topics as `columns` and `rows` hold, "all" in the last place. Their icons stand above the words.
std::optional<kiosk::Action> draw_tile_grid(const kiosk::HomeView& view, Rect room, int columns, int rows,
                                            Canvas& canvas);

/// For large words: tiles side by side in a row of `columns`, icons beside the words.
using TileRow = std::vector<const kiosk::TileView*>;
std::optional<kiosk::Action> draw_tile_row(const TileRow& row, int columns, Rect box, Canvas& canvas);

/// How high such a row must be.
float tile_row_height(const kiosk::HomeView& view, int columns, float width, const Canvas& canvas);

}  // namespace conglang::screens
