#include "kiosk/screens/indexed_list.h"
#include "kiosk/screens/pages.h"
#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {
namespace {

using kiosk::Action;

constexpr float kRowHeight = 142;
constexpr float kLeastRow = 130;
constexpr float kGap = 20;

std::optional<Action> draw_row(const kiosk::RowView& row, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const Surface card =
      card_button(canvas, "row " + row.guide, box, CardFill::plain, row.past_review ? palette.warn_ink : 0);
  const float left = card.box.x + 32;
  const float room = card.box.w - 130;
  canvas.line(row.title, left, card.box.y + card.box.h * 0.27F, room,
              canvas.scaled({.em = 44, .weight = Weight::name, .color = palette.ink}));
  float x = left;
  for (const kiosk::ChipView& chip : row.chips) {
    const float rest = left + room - x;
    if (rest < 100 || (x > left && chip_width(canvas, chip) > rest)) break;
    x += draw_chip(canvas, chip, x, card.box.y + card.box.h * 0.74F, rest) + 12;
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
  room.y += 4;
  room.h -= 4;
  const float scale = canvas.theme().text_scale;
  const IndexedList list{view.rows.size(), kRowHeight * scale, kLeastRow * scale, kGap,
                         view.letters,     view.more,          view.search};
  return draw_indexed_list(canvas, list, chrome, room,
                           [&](std::size_t i, Rect box) { return draw_row(view.rows[i], box, canvas); });
}

}  // namespace conglang::screens
