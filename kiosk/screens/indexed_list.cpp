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

// Rows that all but fit stand a little closer: one more touch for the last of them is one too many.
void draw_closer(RowGrid& grid, const IndexedList& list, float height) {
  const auto lines = static_cast<float>((grid.count + grid.columns - 1) / grid.columns);
  const float usual = grid.height + grid.gap;
  if (lines * usual - grid.gap <= height) return;
  constexpr float kCloseGap = 14;
  const float closer = (height + kCloseGap) / lines - kCloseGap;
  if (closer < list.least_height) return;
  grid.height = std::min(grid.height, closer);
  grid.gap = kCloseGap;
}

bool is_long(const RowGrid& grid, float height) {
  const auto lines = static_cast<float>((grid.count + grid.columns - 1) / grid.columns);
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
  draw_closer(grid, list, rows.h);
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
  if (auto turn = draw_turn_pill(shown, list.more, chrome, pill_room(foot, width, canvas), canvas))
    return turn;
  return shown.action;
}

}  // namespace conglang::screens
