#include <algorithm>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {
namespace {

using kiosk::Action;

constexpr float kGap = 28;

TextStyle label_style(const Canvas& canvas) {
  return canvas.scaled(
      {.em = 46, .weight = Weight::question, .color = canvas.palette().ink, .leading = 1.2F});
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
  const float icon = 116;
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
                   std::min(room.h - 6, 400.0F)};
    if (auto touched = draw_tall(view.choices[i], box, canvas)) action = touched;
  }
  return action;
}

// One below the other, two a row where there is width for it.
std::optional<Action> draw_stack(const kiosk::CaseView& view, const kiosk::ChromeView& chrome, Rect room,
                                 Canvas& canvas) {
  const bool wide = !canvas.theme().portrait() && canvas.theme().text_scale <= 1;
  const std::size_t columns = wide ? 2 : 1;
  const float width = wide ? (room.w - kGap) / 2 : room.w;
  std::vector<Block> blocks;
  for (std::size_t first = 0; first < view.choices.size(); first += columns) {
    const std::size_t end = std::min(first + columns, view.choices.size());
    float height = 0;
    for (std::size_t i = first; i < end; ++i)
      height = std::max(height, wide_height(view.choices[i], width, canvas));
    blocks.push_back(
        {height, static_cast<int>(end - first), false, [&view, first, end, width](Canvas& painter, Rect box) {
           std::optional<Action> action;
           for (std::size_t i = first; i < end; ++i) {
             const float x = box.x + static_cast<float>(i - first) * (width + kGap);
             if (auto touched = draw_wide(view.choices[i], {x, box.y, width, box.h}, painter))
               action = touched;
           }
           return action;
         }});
  }
  Screenful shown = draw_flow(canvas, blocks, room, kGap, 100 * canvas.theme().text_scale, chrome.turn);
  if (auto turn = draw_turn_pill(shown, chrome.turn_page, chrome.turn_page, room, canvas)) return turn;
  return shown.action;
}

}  // namespace

std::optional<Action> draw_case(const kiosk::CaseView& view, const kiosk::ChromeView& chrome, Rect room,
                                Canvas& canvas) {
  const bool large = canvas.theme().text_scale > 1;
  const float em = large || canvas.theme().portrait() ? type::kTitle : type::kQuestion;
  const TextStyle question = canvas.scaled(
      {.em = large ? 50 : em, .weight = Weight::question, .color = canvas.palette().ink, .leading = 1.2F});
  float y = room.y + 16;
  y += canvas.paragraph(view.question, room.x, y, room.w, question) + 8;
  y +=
      canvas.paragraph(view.hint, room.x, y, room.w,
                       canvas.scaled({.em = 44, .weight = Weight::text, .color = canvas.palette().ink_soft}));
  const Rect rest{room.x, y + 36, room.w, room.bottom() - y - 36};
  const bool row = !canvas.theme().portrait() && !large && view.choices.size() <= 3;
  return row ? draw_row_of_cards(view, rest, canvas) : draw_stack(view, chrome, rest, canvas);
}

}  // namespace conglang::screens
