#include <algorithm>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::RateView;

constexpr float kGap = 28;
constexpr float kSkip = 96;
constexpr float kTallestAnswer = 360;

TextStyle label_style(const Canvas& canvas) {
  return canvas.scaled(
      {.em = 48, .weight = Weight::question, .color = canvas.palette().ink, .leading = 1.2F});
}

// Title and text at the top; returns where they end.
float draw_words(const RateView& view, Rect room, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const bool small = canvas.theme().portrait() || canvas.theme().text_scale > 1;
  const TextStyle title = canvas.scaled(
      {.em = small ? 56.0F : 72.0F, .weight = Weight::question, .color = palette.ink, .leading = 1.2F});
  float y = room.y + 16;
  y += canvas.paragraph(view.title, room.x, y, room.w, title) + 8;
  return y +
         canvas.paragraph(
             view.text, room.x, y, room.w,
             canvas.scaled({.em = 42, .weight = Weight::text, .color = palette.ink_soft, .leading = 1.25F}));
}

bool draw_answer(std::string_view id, std::string_view icon, const std::string& label, Rect box,
                 Canvas& canvas) {
  const Surface card = card_button(canvas, id, box);
  const float icon_size = std::min(150.0F, box.h * 0.42F);
  const float room = card.box.w - 56;
  const float words = canvas.paragraph_height(label, room, label_style(canvas));
  const float top = card.box.middle_y() - (icon_size + 16 + words) / 2;
  canvas.duotone(icon, card.box.middle_x(), top + icon_size / 2, icon_size);
  canvas.paragraph(label, card.box.x + 28, top + icon_size + 16, room, label_style(canvas), Align::center);
  return card.touch.released;
}

std::optional<Action> draw_question(const RateView& view, Rect rest, Canvas& canvas) {
  const bool stacked = canvas.theme().portrait() && !canvas.theme().low;
  const float width = stacked ? rest.w : (rest.w - kGap) / 2;
  const float height = std::min(kTallestAnswer, stacked ? (rest.h - kGap) / 2 : rest.h) - kLedge;
  const Rect yes{rest.x, rest.y, width, height};
  const Rect no = stacked ? Rect{rest.x, rest.y + height + kLedge + kGap, width, height}
                          : Rect{rest.x + width + kGap, rest.y, width, height};
  std::optional<Action> action;
  if (draw_answer("helped", "smiley", view.helped, yes, canvas)) action = kiosk::RateHelped{};
  if (draw_answer("not helped", "smiley-sad", view.not_helped, no, canvas)) action = kiosk::RateNotHelped{};
  return action;
}

std::optional<Action> draw_reason(const kiosk::ReasonView& reason, Rect box, Canvas& canvas) {
  const Surface card = card_button(canvas, "reason " + reason.icon, box);
  canvas.duotone(reason.icon, card.box.x + 70, card.box.middle_y(), 76);
  const TextStyle style =
      canvas.scaled({.em = 44, .weight = Weight::name, .color = canvas.palette().ink, .leading = 1.15F});
  const float room = card.box.w - 160;
  const float words = canvas.paragraph_height(reason.label, room, style);
  canvas.paragraph(reason.label, card.box.x + 134, card.box.middle_y() - words / 2, room, style);
  if (card.touch.released) return kiosk::GiveReason{reason.reason};
  return std::nullopt;
}

std::optional<Action> draw_reasons(const RateView& view, Rect rest, Canvas& canvas) {
  const std::size_t columns = canvas.theme().portrait() && !canvas.theme().low ? 1 : 2;
  const std::size_t rows = (view.reasons.size() + columns - 1) / columns;
  const float gap = 20;
  const float width = (rest.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const float step = std::min(190.0F, (rest.h + gap) / static_cast<float>(rows));
  std::optional<Action> action;
  for (std::size_t i = 0; i < view.reasons.size(); ++i) {
    const Rect box{rest.x + static_cast<float>(i % columns) * (width + gap),
                   rest.y + static_cast<float>(i / columns) * step, width, step - gap - kLedge};
    if (auto touched = draw_reason(view.reasons[i], box, canvas)) action = touched;
  }
  return action;
}

void draw_thanks(const RateView& view, Rect room, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  canvas.duotone("smiley", room.middle_x(), room.y + room.h * 0.3F, 220);
  float y = room.y + room.h * 0.3F + 140;
  y += canvas.paragraph(view.title, room.x, y, room.w,
                        canvas.scaled({.em = 72, .weight = Weight::question, .color = palette.ink}),
                        Align::center);
  canvas.paragraph(view.text, room.x, y, room.w,
                   canvas.scaled({.em = 46, .weight = Weight::text, .color = palette.ink_soft}),
                   Align::center);
}

}  // namespace

std::optional<Action> draw_rate(const RateView& view, Rect room, Canvas& canvas) {
  if (view.stage == kiosk::RatePage::Stage::thanks) {
    draw_thanks(view, room, canvas);
    return std::nullopt;
  }
  const float top = draw_words(view, room, canvas) + 32;
  const Rect rest{room.x, top, room.w, room.bottom() - top - kSkip - kGap};
  std::optional<Action> action = view.stage == kiosk::RatePage::Stage::question
                                     ? draw_question(view, rest, canvas)
                                     : draw_reasons(view, rest, canvas);
  const float width = std::min(room.w, 620.0F);
  const Rect skip{room.middle_x() - width / 2, room.bottom() - kSkip - kLedge, width, kSkip};
  if (secondary_button(canvas, "skip", skip, "", view.skip)) action = kiosk::Done{};
  return action;
}

}  // namespace conglang::screens
