#include <algorithm>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {
namespace {

using kiosk::Action;

constexpr float kGap = 28;
constexpr float kTallestRow = 200;

TextStyle label_style(const Canvas& canvas) {
  return canvas.scaled(
      {.em = 48, .weight = Weight::question, .color = canvas.palette().ink, .leading = 1.2F});
}
TextStyle note_style(const Canvas& canvas) {
  return canvas.scaled({.em = type::kMinor, .weight = Weight::text, .color = canvas.palette().ink_soft});
}

std::string_view icon_of(const kiosk::ChoiceView& choice) {
  return choice.icon.empty() ? std::string_view("files") : std::string_view(choice.icon);
}

// A card with its icon on top: for up to three answers side by side.
std::optional<Action> draw_tall(const kiosk::ChoiceView& choice, Rect box, Canvas& canvas) {
  const Surface card = card_button(canvas, "case " + choice.id, box);
  const float room = card.box.w - 56;
  const float icon = 128;
  const float label = canvas.paragraph_height(choice.label, room, label_style(canvas));
  const float note = canvas.paragraph_height(choice.note, room, note_style(canvas));
  float y = card.box.middle_y() - (icon + 32 + label + 8 + note) / 2;
  canvas.duotone(icon_of(choice), card.box.middle_x(), y + icon / 2, icon);
  y += icon + 32;
  y += canvas.paragraph(choice.label, card.box.x + 28, y, room, label_style(canvas), Align::center) + 8;
  canvas.paragraph(choice.note, card.box.x + 28, y, room, note_style(canvas), Align::center);
  if (card.touch.released) return kiosk::ChooseCase{choice.id};
  return std::nullopt;
}

// A row with its icon at the left: for narrow screens, large text and more answers.
std::optional<Action> draw_wide(const kiosk::ChoiceView& choice, Rect box, Canvas& canvas) {
  const Surface card = card_button(canvas, "case " + choice.id, box);
  canvas.duotone(icon_of(choice), card.box.x + 84, card.box.middle_y(), 92);
  const float left = card.box.x + 160;
  const float room = card.box.w - 160 - 90;
  const float label = canvas.paragraph_height(choice.label, room, label_style(canvas));
  const float note = canvas.paragraph_height(choice.note, room, note_style(canvas));
  float y = card.box.middle_y() - (label + note) / 2;
  y += canvas.paragraph(choice.label, left, y, room, label_style(canvas));
  canvas.paragraph(choice.note, left, y, room, note_style(canvas));
  canvas.bold("caret-right", card.box.right() - 52, card.box.middle_y(), 46, canvas.palette().primary);
  if (card.touch.released) return kiosk::ChooseCase{choice.id};
  return std::nullopt;
}

float wide_height(const kiosk::ChoiceView& choice, float width, const Canvas& canvas) {
  const float room = width - 250;
  return std::max(148.0F, canvas.paragraph_height(choice.label, room, label_style(canvas)) +
                              canvas.paragraph_height(choice.note, room, note_style(canvas)) + 48);
}

std::optional<Action> draw_row_of_cards(const kiosk::CaseView& view, Rect room, Canvas& canvas) {
  const auto n = static_cast<float>(view.choices.size());
  const float width = (room.w - kGap * (n - 1)) / n;
  std::optional<Action> action;
  for (std::size_t i = 0; i < view.choices.size(); ++i) {
    const Rect box{room.x + static_cast<float>(i) * (width + kGap), room.y, width,
                   std::min(room.h - 6, 420.0F)};
    if (auto touched = draw_tall(view.choices[i], box, canvas)) action = touched;
  }
  return action;
}

// Choices side by side in the rows of a stack.
struct StackRow {
  std::size_t first;
  std::size_t end;
  float height;
};

std::vector<StackRow> stack_rows(const kiosk::CaseView& view, std::size_t columns, float width,
                                 const Canvas& canvas) {
  std::vector<StackRow> rows;
  for (std::size_t first = 0; first < view.choices.size(); first += columns) {
    StackRow row{first, std::min(first + columns, view.choices.size()), 0};
    for (std::size_t i = first; i < row.end; ++i)
      row.height = std::max(row.height, wide_height(view.choices[i], width, canvas));
    rows.push_back(row);
  }
  return rows;
}

// What is left of the page makes the targets larger, up to a size.
void share_spare(std::vector<StackRow>& rows, float room) {
  const auto count = static_cast<float>(rows.size());
  float spare = room - kLedge - (count - 1) * kGap;
  for (const StackRow& row : rows) spare -= row.height;
  if (spare <= 0) return;
  for (StackRow& row : rows)
    row.height = std::max(row.height, std::min(row.height + spare / count, kTallestRow));
}

// One below the other, two a row where there is width for it.
std::optional<Action> draw_stack(const kiosk::CaseView& view, const kiosk::ChromeView& chrome, Rect room,
                                 Canvas& canvas) {
  const bool wide = !canvas.theme().portrait();
  const std::size_t columns = wide ? 2 : 1;
  const float width = wide ? (room.w - kGap) / 2 : room.w;
  std::vector<StackRow> rows = stack_rows(view, columns, width, canvas);
  share_spare(rows, room.h);
  std::vector<Block> blocks;
  for (const StackRow& row : rows) {
    blocks.push_back({row.height, 0, false, [&view, row, width](Canvas& painter, Rect box) {
                        std::optional<Action> action;
                        for (std::size_t i = row.first; i < row.end; ++i) {
                          const float x = box.x + static_cast<float>(i - row.first) * (width + kGap);
                          const Rect card{x, box.y, width, box.h};
                          if (auto touched = draw_wide(view.choices[i], card, painter)) action = touched;
                        }
                        return action;
                      }});
  }
  Shown shown = draw_flow(canvas, blocks, room, {.gap = kGap, .reserve = 100 * canvas.theme().text_scale},
                          chrome.offset);
  return draw_turn_pill(shown, chrome.turn_page, chrome, room, canvas);
}

}  // namespace

std::optional<Action> draw_case(const kiosk::CaseView& view, const kiosk::ChromeView& chrome, Rect room,
                                Canvas& canvas) {
  const bool large = canvas.theme().text_scale > 1;
  const float em = large || canvas.theme().portrait() ? type::kTitle : type::kQuestion;
  const TextStyle question = canvas.scaled(
      {.em = large ? 50 : em, .weight = Weight::question, .color = canvas.palette().ink, .leading = 1.2F});
  float y = room.y + (canvas.theme().portrait() || large ? 16.0F : 34.0F);
  y += canvas.paragraph(view.question, room.x, y, room.w, question) + 8;
  y +=
      canvas.paragraph(view.hint, room.x, y, room.w,
                       canvas.scaled({.em = 44, .weight = Weight::text, .color = canvas.palette().ink_soft}));
  const Rect rest{room.x, y + 36, room.w, room.bottom() - y - 36};
  const bool row = !canvas.theme().portrait() && !large && view.choices.size() <= 3;
  return row ? draw_row_of_cards(view, rest, canvas) : draw_stack(view, chrome, rest, canvas);
}

}  // namespace conglang::screens
