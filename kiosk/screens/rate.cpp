#include <algorithm>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/turn_page.h"
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

constexpr float kReasonIcon = 120;
constexpr float kReasonGap = 18;

TextStyle reason_style(const Canvas& canvas) {
  return canvas.scaled({.em = 44, .weight = Weight::name, .color = canvas.palette().ink, .leading = 1.12F});
}

float reason_height(const kiosk::ReasonView& reason, float width, const Canvas& canvas) {
  const float words = canvas.paragraph_height(reason.label, width - kReasonIcon - 20, reason_style(canvas));
  return std::max(110.0F, words + 36) + kLedge;
}

std::optional<Action> draw_reason(const kiosk::ReasonView& reason, Rect box, Canvas& canvas) {
  const Surface card = card_button(canvas, "reason " + reason.icon, {box.x, box.y, box.w, box.h - kLedge});
  canvas.duotone(reason.icon, card.box.x + kReasonIcon / 2 + 4, card.box.middle_y(), 72);
  const float room = card.box.w - kReasonIcon - 20;
  const float words = canvas.paragraph_height(reason.label, room, reason_style(canvas));
  canvas.paragraph(reason.label, card.box.x + kReasonIcon, card.box.middle_y() - words / 2, room,
                   reason_style(canvas));
  if (card.touch.released) return kiosk::GiveReason{reason.reason};
  return std::nullopt;
}

Block reason_row(const RateView& view, std::size_t first, std::size_t columns, float width,
                 const Canvas& canvas) {
  const std::size_t end = std::min(first + columns, view.reasons.size());
  float height = 0;
  for (std::size_t i = first; i < end; ++i)
    height = std::max(height, reason_height(view.reasons[i], width, canvas));
  return {
      height, 0, false, [&view, first, end, width](Canvas& painter, Rect box) {
        std::optional<Action> action;
        for (std::size_t i = first; i < end; ++i) {
          const Rect card{box.x + static_cast<float>(i - first) * (width + kReasonGap), box.y, width, box.h};
          if (auto touched = draw_reason(view.reasons[i], card, painter)) action = touched;
        }
        return action;
      }};
}

std::optional<Action> draw_reasons(const RateView& view, const kiosk::ChromeView& chrome, Rect rest,
                                   Canvas& canvas) {
  const bool one = canvas.theme().portrait() && (!canvas.theme().low || canvas.theme().text_scale > 1);
  const std::size_t columns = one ? 1 : 2;
  const auto n = static_cast<float>(columns);
  const float width = (rest.w - kReasonGap * (n - 1)) / n;
  std::vector<Block> rows;
  for (std::size_t first = 0; first < view.reasons.size(); first += columns)
    rows.push_back(reason_row(view, first, columns, width, canvas));
  const FlowLayout layout{.gap = kReasonGap, .reserve = turn_pill_height(canvas) + 10};
  Shown shown = draw_flow(canvas, rows, rest, layout, chrome.offset);
  return draw_turn_pill(shown, chrome.turn_page, chrome, rest, canvas);
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

std::optional<Action> draw_rate(const RateView& view, const kiosk::ChromeView& chrome, Rect room,
                                Canvas& canvas) {
  if (view.stage == kiosk::RatePage::Stage::thanks) {
    draw_thanks(view, room, canvas);
    return std::nullopt;
  }
  const float top = draw_words(view, room, canvas) + 32;
  const Rect rest{room.x, top, room.w, room.bottom() - top - kSkip - kGap};
  std::optional<Action> action = view.stage == kiosk::RatePage::Stage::question
                                     ? draw_question(view, rest, canvas)
                                     : draw_reasons(view, chrome, rest, canvas);
  const float width = std::min(room.w, 620.0F);
  const Rect skip{room.middle_x() - width / 2, room.bottom() - kSkip - kLedge, width, kSkip};
  if (secondary_button(canvas, "skip", skip, "", view.skip)) action = kiosk::Done{};
  return action;
}

}  // namespace conglang::screens
