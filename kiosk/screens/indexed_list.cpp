#include "kiosk/screens/indexed_list.h"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/search_bar.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/widgets/letter_bar.h"

namespace conglang::screens {
namespace {

using kiosk::Action;

constexpr float kAboveFoot = 14;
constexpr float kBelowLetters = 22;
constexpr float kLongPages = 2;  // a list that is longer has letters

RowGrid grid_of(const IndexedList& list, const Canvas& canvas) {
  RowGrid grid{.count = list.count, .height = list.row_height, .gap = list.gap};
  grid.columns = canvas.theme().portrait() || canvas.theme().text_scale > 1 ? 1 : 2;
  grid.column_gap = list.gap * 1.25F;
  return grid;
}

std::size_t lines_of(const RowGrid& grid) {
  return (grid.count + grid.columns - 1) / grid.columns;
}

// Rows that all but fit stand a little closer: one more touch for the last of them is one too many. False,
// and nothing changed, where they would get too low.
bool fit_closer(RowGrid& grid, const IndexedList& list, float height) {
  constexpr float kCloseGap = 14;
  const auto lines = static_cast<float>(lines_of(grid));
  if (lines * (grid.height + grid.gap) - grid.gap <= height) return true;
  const float closer = (height + kCloseGap) / lines - kCloseGap;
  if (closer < list.least_height) return false;
  grid.height = std::min(grid.height, closer);
  grid.gap = kCloseGap;
  return true;
}

// Rows that need all of the page leave the button the place beside the last of them, when that is free.
std::optional<Action> draw_without_foot(Canvas& canvas, const RowGrid& grid, const IndexedList& list,
                                        float offset, Rect room, const DrawRow& draw) {
  const Shown shown = draw_row_grid(canvas, grid, room, offset, draw);
  if (grid.count % grid.columns == 0) return shown.action;
  const float width = search_button_width(list.search, canvas);
  const float height = turn_pill_height(canvas);
  const float top = room.y + static_cast<float>(lines_of(grid) - 1) * (grid.height + grid.gap);
  const Rect box{room.right() - width, top + (grid.height - height) / 2, width, height};
  if (draw_search_button(list.search, box, canvas)) return kiosk::OpenSearch{};
  return shown.action;
}

bool is_long(const RowGrid& grid, float height) {
  const auto lines = static_cast<float>(lines_of(grid));
  return lines * (grid.height + grid.gap) > kLongPages * height;
}

// Pill and button share the foot: the pill in the middle, where that leaves them apart.
Rect pill_room(Rect foot, float button, const Canvas& canvas) {
  const float beside = button + 20;
  const bool narrow = canvas.theme().portrait() || canvas.theme().text_scale > 1;
  if (narrow) return {foot.x, foot.y, foot.w - beside, foot.h};
  return {foot.x + beside, foot.y, foot.w - 2 * beside, foot.h};
}

}  // namespace

std::optional<Action> draw_indexed_list(Canvas& canvas, const IndexedList& list,
                                        const kiosk::ChromeView& chrome, Rect room, const DrawRow& draw) {
  RowGrid grid = grid_of(list, canvas);
  const float foot_height = turn_pill_height(canvas);
  const Rect foot{room.x, room.bottom() - foot_height, room.w, foot_height};
  Rect rows{room.x, room.y, room.w, room.h - foot_height - kAboveFoot};
  if (!fit_closer(grid, list, rows.h) && fit_closer(grid, list, room.h))
    return draw_without_foot(canvas, grid, list, chrome.offset, room, draw);
  std::optional<std::size_t> jump;
  const float letters = letter_bar_height(list.letters, room.w, canvas);
  if (letters > 0 && is_long(grid, rows.h)) {
    const float top_line = chrome.offset / (grid.height + grid.gap) + 0.5F;
    const auto current = static_cast<std::size_t>(top_line) * grid.columns + grid.columns - 1;
    jump = draw_letter_bar(list.letters, current, {rows.x, rows.y, rows.w, letters}, canvas);
    rows.y += letters + kBelowLetters;
    rows.h -= letters + kBelowLetters;
  }
  const Shown shown = draw_row_grid(canvas, grid, rows, chrome.offset, draw);
  if (jump) return kiosk::ScrollTo{static_cast<float>(*jump / grid.columns) * (grid.height + grid.gap)};
  const float width = search_button_width(list.search, canvas);
  if (draw_search_button(list.search, {foot.right() - width, foot.y, width, foot.h}, canvas))
    return kiosk::OpenSearch{};
  return draw_turn_pill(shown, list.more, chrome, pill_room(foot, width, canvas), canvas);
}

}  // namespace conglang::screens
