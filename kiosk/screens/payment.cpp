#include <algorithm>

#include "kiosk/screens/code_card.h"
#include "kiosk/screens/pages.h"
#include "kiosk/screens/stage.h"
#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {
namespace {

using kiosk::PaymentView;

constexpr float kFact = 104;

// Whose code it is stands right under it: it must not be taken for the state's.
void draw_card(const PaymentView& view, Rect box, Canvas& canvas) {
  draw_code_card(*view.code, {view.facts.front().value, "", {kiosk::Tone::warning, "", view.owner}}, box,
                 canvas);
}

float draw_facts(const PaymentView& view, Rect room, Canvas& canvas) {
  const Palette& palette = code_page_palette();
  float y = room.y;
  for (const kiosk::PaymentFactView& fact : view.facts) {
    canvas.line(fact.label, room.x, y + 26, room.w,
                {.em = type::kMinor, .weight = Weight::text, .color = palette.ink_soft});
    canvas.line(fact.value, room.x, y + 74, room.w, {.em = 48, .weight = Weight::name, .color = palette.ink});
    y += kFact;
  }
  return y - room.y;
}

TextStyle reminder_style() {
  return {.em = 42, .weight = Weight::control, .color = code_page_palette().ink, .leading = 1.26F};
}

float reminder_height(const PaymentView& view, float width, const Canvas& canvas) {
  return canvas.paragraph_height(view.reminder, width - 190, reminder_style()) + 44;
}

void draw_reminder(const PaymentView& view, Rect box, Canvas& canvas) {
  const Palette& palette = code_page_palette();
  canvas.fill(box, palette.warn_bg, kCardRadius);
  canvas.duotone("shield-check", box.x + 88, box.middle_y(), 92, palette.icon_fill, palette.warn_ink);
  canvas.paragraph(view.reminder, box.x + 158, box.y + 22, box.w - 190, reminder_style());
}

float draw_title(const PaymentView& view, Rect room, Canvas& canvas) {
  return canvas.paragraph(view.title, room.x, room.y, room.w,
                          {.em = type::kTitle,
                           .weight = Weight::question,
                           .color = code_page_palette().ink,
                           .leading = 1.2F}) +
         22;
}

void draw_refusal(const PaymentView& view, Rect room, Canvas& canvas) {
  const Palette& palette = code_page_palette();
  const float width = std::min(room.w, 1300.0F);
  canvas.duotone("shield-check", room.middle_x(), room.y + 150, 180, palette.icon_fill, palette.warn_ink);
  canvas.paragraph(view.refused, room.middle_x() - width / 2, room.y + 290, width,
                   {.em = 46, .weight = Weight::text, .color = palette.ink, .leading = 1.35F}, Align::center);
}

void draw_landscape(const PaymentView& view, Rect room, Canvas& canvas) {
  draw_card(view, {room.x, room.y, kCodeCardWidth, room.h}, canvas);
  const Rect side{room.x + kCodeCardWidth + 56, room.y, room.w - kCodeCardWidth - 56, room.h};
  const float top = side.y + draw_title(view, side, canvas);
  draw_facts(view, {side.x, top, side.w, 0}, canvas);
  const float height = reminder_height(view, side.w, canvas);
  draw_reminder(view, {side.x, side.bottom() - height, side.w, height}, canvas);
}

void draw_low(const PaymentView& view, Rect room, Canvas& canvas) {
  draw_card(view, stage_of(canvas.theme()), canvas);
  const float y = room.y + draw_title(view, room, canvas);
  draw_facts(view, {room.x, y, room.w, 0}, canvas);
  const float height = reminder_height(view, room.w, canvas);
  draw_reminder(view, {room.x, room.bottom() - height, room.w, height}, canvas);
}

void draw_portrait(const PaymentView& view, Rect room, Canvas& canvas) {
  float y = room.y + draw_title(view, room, canvas);
  const float facts = kFact * static_cast<float>(view.facts.size());
  const float reminder = reminder_height(view, room.w, canvas);
  const float card = std::min(800.0F, room.bottom() - y - facts - reminder - 52);
  draw_card(view, {room.x, y, room.w, card}, canvas);
  y += card + 26;
  y += draw_facts(view, {room.x, y, room.w, 0}, canvas) + 26;
  draw_reminder(view, {room.x, y, room.w, reminder}, canvas);
}

}  // namespace

void draw_payment(const PaymentView& view, Rect room, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  fill_code_page(room, canvas);
  if (!view.code) return draw_refusal(view, room, canvas);
  if (theme.low) return draw_low(view, room, canvas);
  theme.portrait() ? draw_portrait(view, room, canvas) : draw_landscape(view, room, canvas);
}

}  // namespace conglang::screens
