#include <algorithm>
#include <cmath>

#include "kiosk/screens/code_card.h"
#include "kiosk/screens/pages.h"
#include "kiosk/screens/stage.h"
#include "kiosk/screens/text_blocks.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::LetterView;
using kiosk::WifiView;

constexpr float kCellGap = 8;
constexpr float kLeastCell = 92;
constexpr float kPortraitCard = 640;

TextStyle minor(const Canvas& canvas, Weight weight = Weight::text) {
  return canvas.scaled(
      {.em = type::kMinor, .weight = weight, .color = code_page_palette().ink_soft, .leading = 1.2F});
}

TextStyle letter_style(const Canvas& canvas) {
  return canvas.scaled({.em = 72, .weight = Weight::question, .color = code_page_palette().ink});
}

TextStyle name_style(const Canvas& canvas) {
  return canvas.scaled({.em = type::kMinor,
                        .weight = Weight::control,
                        .color = code_page_palette().ink_soft,
                        .leading = 1.05F});
}

// Digits and signs stand on other grounds than letters: an l and a 1 are told apart before they are read.
ImU32 ground_of(LetterView::Kind kind) {
  const Palette& palette = code_page_palette();
  switch (kind) {
    case LetterView::Kind::small:
      return palette.surface;
    case LetterView::Kind::capital:
      return palette.primary_tint;
    case LetterView::Kind::digit:
      return palette.pressed_tile;
    case LetterView::Kind::sign:
      return palette.court;
  }
  return palette.surface;
}

// A word is never broken within its cell.
float widest_word(std::string_view name, const Canvas& canvas) {
  float widest = 0;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    widest = std::max(widest, canvas.width_of(name.substr(0, end), name_style(canvas)));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return widest;
}

float cell_width(const WifiView& view, float width, const Canvas& canvas) {
  float least = kLeastCell * canvas.theme().text_scale;
  for (const LetterView& letter : view.passphrase)
    least = std::max(least, widest_word(letter.name, canvas) + 16);
  const float columns = std::max(1.0F, std::floor((width + kCellGap) / (least + kCellGap)));
  return (width - kCellGap * (columns - 1)) / columns;
}

float name_height(const LetterView& letter, float cell, const Canvas& canvas) {
  return canvas.paragraph_height(letter.name, cell - 12, name_style(canvas));
}

void draw_letter(const LetterView& letter, Rect box, Canvas& canvas) {
  const Palette& palette = code_page_palette();
  canvas.fill(box, palette.edge, 16);
  canvas.fill(box.inset(2), ground_of(letter.kind), 14);
  const float line = letter_style(canvas).em * 1.2F;
  canvas.line(letter.letter, box.middle_x(), box.y + 6 + line / 2, box.w - 8, letter_style(canvas),
              Align::center);
  canvas.paragraph(letter.name, box.x + 6, box.y + 6 + line, box.w - 12, name_style(canvas), Align::center);
}

void add_letters(std::vector<Block>& blocks, const WifiView& view, float width, const Canvas& canvas) {
  const float cell = cell_width(view, width, canvas);
  const auto columns = static_cast<std::size_t>((width + kCellGap) / (cell + kCellGap) + 0.01F);
  for (std::size_t first = 0; first < view.passphrase.size(); first += columns) {
    const std::size_t end = std::min(first + columns, view.passphrase.size());
    float names = 0;
    for (std::size_t i = first; i < end; ++i)
      names = std::max(names, name_height(view.passphrase[i], cell, canvas));
    const float height = 12 + letter_style(canvas).em * 1.2F + names + 4;
    blocks.push_back({height + kCellGap, 0, false,
                      [&view, first, end, cell, height](Canvas& painter, Rect box) -> std::optional<Action> {
                        for (std::size_t i = first; i < end; ++i) {
                          const float x = box.x + static_cast<float>(i - first) * (cell + kCellGap);
                          draw_letter(view.passphrase[i], {x, box.y, cell, height}, painter);
                        }
                        return std::nullopt;
                      }});
  }
}

void add_step(std::vector<Block>& blocks, const std::string& step, std::size_t number, float width,
              const Canvas& canvas) {
  const TextStyle style =
      canvas.scaled({.em = 42, .weight = Weight::name, .color = code_page_palette().ink, .leading = 1.15F});
  const float text = canvas.paragraph_height(step, width - 96, style);
  blocks.push_back({std::max(72.0F, text + 12), 0, false,
                    [&step, number, style, text](Canvas& painter, Rect box) -> std::optional<Action> {
                      const Palette& palette = code_page_palette();
                      painter.circle(box.x + 34, box.middle_y(), 34, palette.primary);
                      painter.line(std::to_string(number), box.x + 34, box.middle_y(), 66,
                                   {.em = 42, .weight = Weight::question, .color = palette.on_primary},
                                   Align::center);
                      painter.paragraph(step, box.x + 96, box.middle_y() - text / 2, box.w - 96, style);
                      return std::nullopt;
                    }});
}

std::optional<Action> draw_words(const WifiView& view, const kiosk::ChromeView& chrome, Rect room,
                                 Canvas& canvas) {
  const Palette& palette = code_page_palette();
  std::vector<Block> blocks;
  add_text(blocks, view.title,
           canvas.scaled({.em = 58, .weight = Weight::question, .color = palette.ink, .leading = 1.15F}),
           room.w, 6, canvas);
  for (std::size_t i = 0; i < view.steps.size(); ++i) add_step(blocks, view.steps[i], i + 1, room.w, canvas);
  if (view.passphrase.empty()) {
    add_text(blocks, view.open, minor(canvas, Weight::name), room.w, 12, canvas);
  } else {
    add_text(blocks, view.passphrase_label, minor(canvas, Weight::name), room.w, 8, canvas);
    blocks.back().keep_with_next = true;
    add_letters(blocks, view, room.w, canvas);
  }
  add_text(blocks, view.reminder, minor(canvas), room.w, 0, canvas);
  const FlowLayout layout{.reserve = turn_pill_height(canvas) + 14};
  const Shown shown = draw_flow(canvas, blocks, room, layout, chrome.offset);
  return draw_turn_pill(shown, view.more, chrome, room, canvas);
}

}  // namespace

std::optional<Action> draw_wifi(const WifiView& view, const kiosk::ChromeView& chrome, Rect room,
                                Canvas& canvas) {
  fill_code_page(room, canvas);
  const CodeCaption caption{view.name, view.name_label, {}};
  const bool portrait = canvas.theme().portrait();
  const bool low = canvas.theme().low;
  Rect card{room.x, room.y, kCodeCardWidth, room.h};
  if (portrait) card = low ? stage_of(canvas.theme()) : Rect{room.x, room.y, room.w, kPortraitCard};
  if (view.code) draw_code_card(*view.code, caption, card, canvas);
  if (low) return draw_words(view, chrome, room, canvas);
  const Rect words = portrait ? Rect{room.x, card.bottom() + 26, room.w, room.bottom() - card.bottom() - 26}
                              : Rect{card.right() + 56, room.y, room.right() - card.right() - 56, room.h};
  return draw_words(view, chrome, words, canvas);
}

}  // namespace conglang::screens
