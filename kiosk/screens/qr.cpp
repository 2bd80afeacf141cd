#include <algorithm>

#include "kiosk/screens/code_card.h"
#include "kiosk/screens/pages.h"
#include "kiosk/screens/stage.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::QrView;

constexpr float kStep = 92;
constexpr float kButton = 96;
constexpr float kGap = 14;
constexpr float kPortraitCard = 724;

// The page is always light, whatever the theme: these are drawn here and not by the shared controls.
bool outlined_button(Canvas& canvas, std::string_view id, Rect box, std::string_view icon,
                     std::string_view label) {
  const Palette& palette = code_page_palette();
  const Touch touch = canvas.target(id, box);
  const Rect face = touch.down ? box.moved_down(kLedge) : box;
  if (!touch.down) canvas.fill(box.moved_down(kLedge), palette.ledge, kCardRadius);
  canvas.fill(face, palette.primary, kCardRadius);
  canvas.fill(face.inset(3), touch.down ? palette.pressed_tile : palette.surface, kCardRadius - 3);
  const TextStyle style = canvas.scaled({.em = type::kMinor, .weight = Weight::name, .color = palette.ink});
  const float room = face.w - 100;
  const float width = std::min(room, canvas.width_of(label, style));
  const float left = face.middle_x() - (width + 68) / 2;
  canvas.duotone(icon, left + 26, face.middle_y(), 52, palette.icon_fill, palette.primary);
  canvas.line(label, left + 68, face.middle_y(), room, style);
  return touch.released;
}

Block title_block(const QrView& view, float width, const Canvas& canvas) {
  const TextStyle style = canvas.scaled(
      {.em = 62, .weight = Weight::question, .color = code_page_palette().ink, .leading = 1.2F});
  return {canvas.paragraph_height(view.title, width, style), 0, false,
          [&view, style](Canvas& painter, Rect box) -> std::optional<Action> {
            painter.paragraph(view.title, box.x, box.y, box.w, style);
            return std::nullopt;
          }};
}

TextStyle step_style(const Canvas& canvas) {
  return canvas.scaled(
      {.em = 44, .weight = Weight::name, .color = code_page_palette().ink, .leading = 1.15F});
}

constexpr float kStepText = 190;

float step_height(const kiosk::QrStepView& step, float width, const Canvas& canvas) {
  return std::max(kStep, canvas.paragraph_height(step.text, width - kStepText, step_style(canvas)) + 20);
}

void draw_step(const kiosk::QrStepView& step, std::size_t number, Rect box, Canvas& canvas) {
  const Palette& palette = code_page_palette();
  canvas.circle(box.x + 36, box.middle_y(), 36, palette.primary);
  canvas.line(std::to_string(number), box.x + 36, box.middle_y(), 70,
              {.em = 44, .weight = Weight::question, .color = palette.on_primary}, Align::center);
  canvas.duotone(step.icon, box.x + 128, box.middle_y(), 72, palette.icon_fill, palette.primary);
  const float room = box.w - kStepText;
  const float height = canvas.paragraph_height(step.text, room, step_style(canvas));
  canvas.paragraph(step.text, box.x + kStepText, box.middle_y() - height / 2, room, step_style(canvas));
}

void add_steps(std::vector<Block>& blocks, const QrView& view, float width, const Canvas& canvas) {
  for (std::size_t i = 0; i < view.steps.size(); ++i) {
    const kiosk::QrStepView& step = view.steps[i];
    blocks.push_back({step_height(step, width, canvas), 0, false,
                      [&step, i](Canvas& painter, Rect box) -> std::optional<Action> {
                        draw_step(step, i + 1, box, painter);
                        return std::nullopt;
                      }});
  }
}

void add_hint(std::vector<Block>& blocks, const QrView& view, float width, const Canvas& canvas) {
  if (view.hint.empty()) return;
  const TextStyle style = canvas.scaled(
      {.em = type::kMinor, .weight = Weight::text, .color = code_page_palette().ink_soft, .leading = 1.25F});
  blocks.push_back({canvas.paragraph_height(view.hint, width, style), 0, false,
                    [&view, style](Canvas& painter, Rect box) -> std::optional<Action> {
                      painter.paragraph(view.hint, box.x, box.y, box.w, style);
                      return std::nullopt;
                    }});
}

Block reminder_block(const QrView& view, float width, const Canvas& canvas) {
  const TextStyle style = canvas.scaled(
      {.em = 42, .weight = Weight::control, .color = code_page_palette().ink, .leading = 1.28F});
  const float height = canvas.paragraph_height(view.reminder, width - 180, style);
  return {height + 44, 0, false, [&view, style, height](Canvas& painter, Rect box) -> std::optional<Action> {
            const Palette& palette = code_page_palette();
            painter.fill(box, palette.warn_bg, kCardRadius);
            painter.duotone("shield-check", box.x + 80, box.middle_y(), 88, palette.icon_fill,
                            palette.warn_ink);
            painter.paragraph(view.reminder, box.x + 150, box.middle_y() - height / 2, box.w - 180, style);
            return std::nullopt;
          }};
}

// What else may be taken home, two side by side; first the next code of a list that needs several.
struct Offer {
  std::string id;
  std::string icon;
  std::string label;
  Action action;
};

std::vector<Offer> offers_of(const QrView& view) {
  std::vector<Offer> offers;
  if (!view.next_part.empty())
    offers.push_back({"part", "qr-code", view.next_part, kiosk::NextPart{view.parts}});
  for (const kiosk::CodeChoiceView& choice : view.choices)
    offers.push_back({"code " + choice.icon, choice.icon, choice.label, kiosk::ShowCode{choice.kind}});
  return offers;
}

void add_offers(std::vector<Block>& blocks, const QrView& view, const Canvas& canvas) {
  const std::vector<Offer> offers = offers_of(view);
  const std::size_t columns = canvas.theme().text_scale > 1 ? 1 : 2;
  for (std::size_t first = 0; first < offers.size(); first += columns) {
    const auto begin = offers.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = offers.begin() + static_cast<std::ptrdiff_t>(std::min(first + columns, offers.size()));
    blocks.push_back(
        {kButton + kLedge, 0, false, [row = std::vector<Offer>(begin, end)](Canvas& painter, Rect box) {
           const auto n = static_cast<float>(row.size());
           const float width = (box.w - kGap * (n - 1)) / n;
           std::optional<Action> action;
           for (const Offer& offer : row) {
             if (outlined_button(painter, offer.id, {box.x, box.y, width, kButton}, offer.icon, offer.label))
               action = offer.action;
             box.x += width + kGap;
           }
           return action;
         }});
  }
}

float total_height(const std::vector<Block>& blocks) {
  float height = -kGap;
  for (const Block& block : blocks) height += block.height + kGap;
  return height;
}

// Everything but the code. Where the words are large they are turned, and the code stays.
std::optional<Action> draw_words(const QrView& view, const kiosk::ChromeView& chrome, Rect room,
                                 Canvas& canvas) {
  std::vector<Block> blocks = {title_block(view, room.w, canvas)};
  add_steps(blocks, view, room.w, canvas);
  std::vector<Block> rest;
  add_offers(rest, view, canvas);
  rest.push_back(reminder_block(view, room.w, canvas));
  std::vector<Block> hint;
  add_hint(hint, view, room.w, canvas);
  const float spare = room.h - total_height(blocks) - total_height(rest) - kGap;
  if (!hint.empty() && hint.front().height + kGap <= spare) blocks.push_back(hint.front());
  const bool fits = spare >= 0;
  if (!fits) std::ranges::rotate(rest, rest.end() - 1);  // the reminder comes before the offers
  if (fits && total_height(blocks) + total_height(rest) + kGap < room.h) {
    Shown top = draw_flow(canvas, blocks, room, {.gap = kGap}, 0);
    const float height = total_height(rest);
    Shown foot =
        draw_flow(canvas, rest, {room.x, room.bottom() - height - 1, room.w, height + 1}, {.gap = kGap}, 0);
    return foot.action ? foot.action : top.action;
  }
  blocks.insert(blocks.end(), rest.begin(), rest.end());
  const FlowLayout layout{.gap = kGap, .reserve = turn_pill_height(canvas) + 14};
  Shown shown = draw_flow(canvas, blocks, room, layout, chrome.offset);
  return draw_turn_pill(shown, chrome.turn_page, chrome, room, canvas);
}

// Why there is no code; what may be taken home all the same.
std::optional<Action> draw_refusal(const QrView& view, Rect room, Canvas& canvas) {
  const Palette& palette = code_page_palette();
  const float width = std::min(room.w, 1300.0F);
  const Rect text{room.middle_x() - width / 2, room.y, width, room.h};
  canvas.duotone("shield-check", room.middle_x(), room.y + 90, 150, palette.icon_fill, palette.warn_ink);
  float y = room.y + 185;
  y += canvas.paragraph(view.title, text.x, y, text.w,
                        canvas.scaled({.em = type::kTitle, .weight = Weight::question, .color = palette.ink}),
                        Align::center) +
       16;
  canvas.paragraph(view.refused, text.x, y, text.w,
                   canvas.scaled({.em = 44, .weight = Weight::text, .color = palette.ink, .leading = 1.3F}),
                   Align::center);
  std::vector<Block> offers;
  add_offers(offers, view, canvas);
  const float height = total_height(offers);
  if (offers.empty()) return std::nullopt;
  return draw_flow(canvas, offers, {text.x, room.bottom() - height - 1, text.w, height + 1}, {.gap = kGap}, 0)
      .action;
}

}  // namespace

std::optional<Action> draw_qr(const QrView& view, const kiosk::ChromeView& chrome, Rect room,
                              Canvas& canvas) {
  fill_code_page(room, canvas);
  if (!view.code) return draw_refusal(view, room, canvas);
  const CodeCaption caption{view.host, view.owner, view.mark};
  if (canvas.theme().portrait()) {
    const bool low = canvas.theme().low;
    const Rect card = low ? stage_of(canvas.theme()) : Rect{room.x, room.y, room.w, kPortraitCard};
    draw_code_card(*view.code, caption, card, canvas);
    const float top = low ? room.y : card.bottom() + 26;
    return draw_words(view, chrome, {room.x, top, room.w, room.bottom() - top}, canvas);
  }
  draw_code_card(*view.code, caption, {room.x, room.y, kCodeCardWidth, room.h}, canvas);
  const float left = room.x + kCodeCardWidth + 56;
  return draw_words(view, chrome, {left, room.y, room.right() - left, room.h}, canvas);
}

}  // namespace conglang::screens
