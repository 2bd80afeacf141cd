#include "kiosk/screens/pages.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/row_grid.h"

namespace conglang::screens {
namespace {

using kiosk::Action;

constexpr float kRowHeight = 142;
constexpr float kGap = 20;
constexpr float kPillSpace = 96;

std::optional<Action> draw_row(const kiosk::RowView& row, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const Surface card =
      card_button(canvas, "row " + row.guide, box, CardFill::plain, row.past_review ? palette.warn_ink : 0);
  const float scale = canvas.theme().text_scale;
  const float left = card.box.x + 32;
  const float room = card.box.w - 130;
  canvas.line(row.title, left, card.box.y + 42 * scale, room,
              canvas.scaled({.em = 44, .weight = Weight::name, .color = palette.ink}));
  float x = left;
  for (const kiosk::ChipView& chip : row.chips) {
    const float rest = left + room - x;
    if (rest < 100 || (x > left && chip_width(canvas, chip) > rest)) break;
    x += draw_chip(canvas, chip, x, card.box.y + 101 * scale, rest) + 12;
  }
  canvas.bold("caret-right", card.box.right() - 52, card.box.middle_y(), 46, palette.primary);
  if (card.touch.released) return kiosk::OpenGuide{row.guide};
  return std::nullopt;
}

}  // namespace

std::optional<Action> draw_list(const kiosk::ListView& view, const kiosk::ChromeView& chrome, Rect room,
                                Canvas& canvas) {
  if (view.rows.empty()) {
    canvas.paragraph(view.empty, room.x, room.y + 40, room.w,
                     canvas.scaled({.em = 44, .weight = Weight::control, .color = canvas.palette().ink}));
    return std::nullopt;
  }
  const float scale = canvas.theme().text_scale;
  RowGrid grid{.count = view.rows.size(), .height = kRowHeight * scale, .gap = kGap};
  grid.columns = canvas.theme().portrait() || scale > 1 ? 1 : 2;
  grid.column_gap = kGap * 1.25F;
  grid.reserve = kPillSpace * scale;
  room.y += 4;
  room.h -= 4;
  Shown shown = draw_row_grid(canvas, grid, room, chrome.offset,
                              [&](std::size_t i, Rect box) { return draw_row(view.rows[i], box, canvas); });
  if (auto turn = draw_turn_pill(shown, view.more, chrome, room, canvas)) return turn;
  return shown.action;
}

}  // namespace conglang::screens
