#include <algorithm>

#include "kiosk/screens/numbers.h"
#include "kiosk/screens/pages.h"
#include "kiosk/screens/text_blocks.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::NoticeRowView;

constexpr float kGap = 20;
constexpr float kPadding = 28;
constexpr float kNumbersWidth = 560;

TextStyle row_title(const Canvas& canvas) {
  return canvas.scaled({.em = 44, .weight = Weight::name, .color = canvas.palette().ink, .leading = 1.18F});
}

float row_room(float width) {
  return width - kPadding - 110;
}

float row_height(const NoticeRowView& row, float width, const Canvas& canvas) {
  const float room = row_room(width);
  return canvas.paragraph_height(row.title, room, row_title(canvas)) + 8 +
         chip_lines_height(row.chips, room, canvas) + 40 + kLedge;
}

std::optional<Action> draw_row(const NoticeRowView& row, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const Surface card = card_button(canvas, "notice " + row.id, {box.x, box.y, box.w, box.h - kLedge},
                                   CardFill::plain, row.urgent ? palette.danger : 0);
  const float left = card.box.x + kPadding;
  const float room = row_room(card.box.w);
  const float title = canvas.paragraph_height(row.title, room, row_title(canvas));
  const float words = title + 8 + chip_lines_height(row.chips, room, canvas);
  const float y = card.box.middle_y() - words / 2;
  canvas.paragraph(row.title, left, y, room, row_title(canvas));
  draw_chip_lines(row.chips, {left, y + title + 8, room, 0}, canvas);
  canvas.bold("caret-right", card.box.right() - 52, card.box.middle_y(), 46, palette.primary);
  if (card.touch.released) return kiosk::OpenNotice{row.id};
  return std::nullopt;
}

// A block holds one row of cards: two side by side where there is width for them.
std::vector<Block> rows_of(const kiosk::NoticesView& view, std::size_t columns, float room,
                           const Canvas& canvas) {
  const auto n = static_cast<float>(columns);
  const float width = (room - kGap * (n - 1)) / n;
  std::vector<Block> blocks;
  for (std::size_t first = 0; first < view.rows.size(); first += columns) {
    const std::size_t end = std::min(first + columns, view.rows.size());
    float height = 0;
    for (std::size_t i = first; i < end; ++i)
      height = std::max(height, row_height(view.rows[i], width, canvas));
    blocks.push_back(
        {height, static_cast<int>(end - first), false, [&view, first, end, width](Canvas& painter, Rect box) {
           std::optional<Action> action;
           for (std::size_t i = first; i < end; ++i) {
             const float x = box.x + static_cast<float>(i - first) * (width + kGap);
             if (auto touched = draw_row(view.rows[i], {x, box.y, width, box.h}, painter)) action = touched;
           }
           return action;
         }});
  }
  return blocks;
}

void add_numbers_of(std::vector<Block>& blocks, const kiosk::NoticeView& view, float width,
                    const Canvas& canvas) {
  if (view.numbers.empty()) return;
  const TextStyle heading = canvas.scaled(
      {.em = type::kHeading, .weight = Weight::question, .color = canvas.palette().ink, .leading = 1.2F});
  add_text(blocks, view.numbers_title, heading, width, 16, canvas);
  blocks.back().keep_with_next = true;
  add_numbers(blocks, view.numbers, width, 14, 0, canvas);
}

void add_words(std::vector<Block>& blocks, const kiosk::NoticeView& view, float width, const Canvas& canvas) {
  const Palette& palette = canvas.palette();
  add_text(
      blocks, view.title,
      canvas.scaled({.em = type::kTitle, .weight = Weight::question, .color = palette.ink, .leading = 1.2F}),
      width, 12, canvas);
  add_chips(blocks, view.chips, width, 20, canvas);
  const TextStyle body =
      canvas.scaled({.em = 46, .weight = Weight::text, .color = palette.ink, .leading = 1.4F});
  for (const std::string& text : view.paragraphs) add_text(blocks, text, body, width, 26, canvas);
}

std::optional<Action> draw_flowing(const std::vector<Block>& blocks, const kiosk::ChromeView& chrome,
                                   Rect room, Canvas& canvas) {
  const FlowLayout layout{.reserve = turn_pill_height(canvas) + 14};
  const Shown shown = draw_flow(canvas, blocks, room, layout, chrome.offset);
  return draw_turn_pill(shown, chrome.turn_page, chrome, room, canvas);
}

// The numbers to call stay beside the text, on every screenful of it.
std::optional<Action> draw_beside(const kiosk::NoticeView& view, const kiosk::ChromeView& chrome, Rect room,
                                  Canvas& canvas) {
  std::vector<Block> numbers;
  add_numbers_of(numbers, view, kNumbersWidth, canvas);
  draw_flow(canvas, numbers, {room.right() - kNumbersWidth, room.y, kNumbersWidth, room.h}, {}, 0);
  const Rect text{room.x, room.y, room.w - kNumbersWidth - 72, room.h};
  std::vector<Block> blocks;
  add_words(blocks, view, text.w, canvas);
  return draw_flowing(blocks, chrome, text, canvas);
}

bool numbers_fit_beside(const kiosk::NoticeView& view, Rect room, const Canvas& canvas) {
  if (canvas.theme().portrait() || canvas.theme().text_scale > 1 || view.numbers.empty()) return false;
  std::vector<Block> numbers;
  add_numbers_of(numbers, view, kNumbersWidth, canvas);
  return count_pages(numbers, room.h, {}) == 1;
}

}  // namespace

std::optional<Action> draw_notices(const kiosk::NoticesView& view, const kiosk::ChromeView& chrome, Rect room,
                                   Canvas& canvas) {
  if (view.rows.empty()) {
    canvas.paragraph(view.empty, room.x, room.y + 40, room.w,
                     canvas.scaled({.em = 46, .weight = Weight::control, .color = canvas.palette().ink}));
    return std::nullopt;
  }
  const bool two = !canvas.theme().portrait() && canvas.theme().text_scale <= 1;
  const std::vector<Block> blocks = rows_of(view, two ? 2 : 1, room.w, canvas);
  const FlowLayout layout{.gap = kGap, .reserve = turn_pill_height(canvas) + 14};
  Shown shown = draw_flow(canvas, blocks, room, layout, chrome.offset);
  return draw_turn_pill(shown, view.more, chrome, room, canvas);
}

std::optional<Action> draw_notice(const kiosk::NoticeView& view, const kiosk::ChromeView& chrome, Rect room,
                                  Canvas& canvas) {
  if (!view.over.empty()) {
    canvas.paragraph(view.over, room.x, room.y + 40, room.w,
                     canvas.scaled({.em = 46, .weight = Weight::control, .color = canvas.palette().ink}));
    return std::nullopt;
  }
  if (numbers_fit_beside(view, room, canvas)) return draw_beside(view, chrome, room, canvas);
  std::vector<Block> blocks;
  add_words(blocks, view, room.w, canvas);
  add_numbers_of(blocks, view, room.w, canvas);
  return draw_flowing(blocks, chrome, room, canvas);
}

}  // namespace conglang::screens
