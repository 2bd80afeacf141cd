#include "kiosk/screens/pages.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/flow.h"

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

// A block holds one row of cards: two side by side where there is width for them.
std::vector<Block> blocks_of(const kiosk::ListView& view, std::size_t columns, float height) {
  std::vector<Block> blocks;
  for (std::size_t first = 0; first < view.rows.size(); first += columns) {
    const std::size_t end = std::min(first + columns, view.rows.size());
    blocks.push_back({height, static_cast<int>(end - first), false,
                      [&view, first, end, columns](Canvas& canvas, Rect box) {
                        const auto n = static_cast<float>(columns);
                        const float width = (box.w - kGap * 1.25F * (n - 1)) / n;
                        std::optional<Action> action;
                        for (std::size_t i = first; i < end; ++i) {
                          const float x = box.x + static_cast<float>(i - first) * (width + kGap * 1.25F);
                          if (auto touched = draw_row(view.rows[i], {x, box.y, width, box.h}, canvas))
                            action = touched;
                        }
                        return action;
                      }});
  }
  return blocks;
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
  const std::size_t columns = canvas.theme().portrait() || scale > 1 ? 1 : 2;
  const auto blocks = blocks_of(view, columns, kRowHeight * scale);
  room.y += 4;
  Screenful shown =
      draw_flow(canvas, blocks, room, {.gap = kGap, .reserve = kPillSpace * scale}, chrome.turn);
  if (auto turn = draw_turn_pill(shown, view.more, chrome.turn_page, room, canvas)) return turn;
  return shown.action;
}

}  // namespace conglang::screens
