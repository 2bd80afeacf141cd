#include <numbers>
#include <string>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {
namespace {

constexpr float kButton = 180;
constexpr int kArcs = 30;
constexpr float kPi = std::numbers::pi_v<float>;

// A ring that empties: one arc a second.
void draw_ring(const kiosk::IdleView& view, float x, float y, float radius, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const float scale = canvas.theme().scale;
  ImDrawList* list = canvas.list();
  for (int i = 0; i < kArcs; ++i) {
    const float from = -kPi / 2 + 2 * kPi * static_cast<float>(i) / kArcs;
    list->PathArcTo(canvas.to_screen(x, y), radius * scale, from + 0.025F, from + 2 * kPi / kArcs - 0.025F,
                    6);
    list->PathStroke(i < view.seconds_left ? palette.primary : palette.line, 0, 22 * scale);
  }
  canvas.line(std::to_string(view.seconds_left), x, y - 16, 2 * radius,
              {.em = 112, .weight = Weight::question, .color = palette.ink}, Align::center);
  canvas.line(view.unit, x, y + 66, 2 * radius,
              {.em = 44, .weight = Weight::control, .color = palette.ink_soft}, Align::center);
}

}  // namespace

std::optional<kiosk::Action> draw_idle(const kiosk::IdleView& view, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const Palette& palette = canvas.palette();
  canvas.fill({0, 0, theme.width, theme.height}, palette.page);
  const float middle = theme.width / 2;
  const float width = theme.content_width();
  const float em = theme.portrait() ? 92.0F : 112.0F;
  float y = theme.height * 0.09F;
  y += canvas.paragraph(view.title, theme.margin(), y, width,
                        {.em = em, .weight = Weight::question, .color = palette.ink, .leading = 1.2F},
                        Align::center) +
       16;
  y += canvas.paragraph(view.text, theme.margin(), y, width,
                        {.em = 44, .weight = Weight::text, .color = palette.ink, .leading = 1.4F},
                        Align::center) +
       170;
  draw_ring(view, middle, y, 150, canvas);

  std::optional<kiosk::Action> action;
  const float bottom = theme.height - theme.margin() - kButton;
  const float half = (width - 28) / 2;
  const bool stacked = theme.portrait();
  const Rect stay{stacked ? theme.margin() : middle + 14, bottom, stacked ? width : half, kButton};
  const Rect leave{theme.margin(), stacked ? bottom - kButton - 28 : bottom, stacked ? width : half, kButton};
  if (secondary_button(canvas, "leave", leave, "check", view.leave)) action = kiosk::Done{};
  if (primary_button(canvas, "stay", stay, "hand-tap", view.stay)) action = kiosk::Touched{};
  return action;
}

}  // namespace conglang::screens
