#include <algorithm>
#include <numbers>
#include <string>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/eave.h"

namespace conglang::screens {
namespace {

using kiosk::Action;

constexpr int kArcs = 30;
constexpr float kPi = std::numbers::pi_v<float>;
constexpr float kStay = 180;
constexpr float kLeave = 112;
constexpr float kRing = 422;    // outer diameter
constexpr float kArcWide = 24;  // of an arc
constexpr float kDisc = 176;    // radius of the white disc

// A ring that empties, one arc a second, from the end of the circle back to its start.
void draw_ring(const kiosk::IdleView& view, float x, float y, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const float scale = canvas.theme().scale;
  ImDrawList* list = canvas.list();
  for (int i = 0; i < kArcs; ++i) {
    const float from = -kPi / 2 + 2 * kPi * static_cast<float>(i) / kArcs;
    list->PathArcTo(canvas.to_screen(x, y), (kRing - kArcWide) / 2 * scale, from + 0.025F,
                    from + 2 * kPi / kArcs - 0.025F, 6);
    list->PathStroke(i < view.seconds_left ? palette.primary : palette.wall_shade, 0, kArcWide * scale);
  }
  canvas.circle(x, y, kDisc, palette.surface);
  canvas.line(std::to_string(view.seconds_left), x, y - 22, 2 * kDisc,
              {.em = 148, .weight = Weight::question, .color = palette.ink}, Align::center);
  canvas.line(view.unit, x, y + 86, 2 * kDisc, {.em = 44, .weight = Weight::control, .color = palette.ink},
              Align::center);
}

// As large as one line allows, up to the size of a headline.
TextStyle title_style(const kiosk::IdleView& view, float width, const Canvas& canvas) {
  TextStyle style{.em = 112, .weight = Weight::question, .color = canvas.palette().on_wall, .leading = 1.2F};
  style.em = std::clamp(style.em * width / canvas.width_of(view.title, style) - 1, 72.0F, 112.0F);
  return style;
}

TextStyle text_style(const Canvas& canvas) {
  return {.em = 48, .weight = Weight::control, .color = canvas.palette().on_wall, .leading = 1.42F};
}

// Title, text and the two buttons.
float column_height(const kiosk::IdleView& view, float width, const Canvas& canvas) {
  return canvas.paragraph_height(view.title, width, title_style(view, width, canvas)) + 16 +
         canvas.paragraph_height(view.text, width, text_style(canvas)) + 44 + kStay + 6 + 66 + kLeave;
}

std::optional<Action> draw_column(const kiosk::IdleView& view, Rect box, Canvas& canvas) {
  const Align align = canvas.theme().portrait() ? Align::center : Align::left;
  float y = box.y;
  y += canvas.paragraph(view.title, box.x, y, box.w, title_style(view, box.w, canvas), align) + 16;
  y += canvas.paragraph(view.text, box.x, y, box.w, text_style(canvas), align) + 44;
  std::optional<Action> action;
  if (large_button(canvas, "stay", {box.x, y, box.w, kStay}, "check", view.stay)) action = kiosk::Touched{};
  y += kStay + 6 + 66;
  if (secondary_button(canvas, "leave", {box.x, y, box.w, kLeave}, "house", view.leave)) {
    action = kiosk::Done{};
  }
  return action;
}

}  // namespace

std::optional<Action> draw_idle(const kiosk::IdleView& view, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  canvas.fill({0, 0, theme.width, theme.height}, canvas.palette().wall);
  draw_eave(canvas);
  const float margin = theme.margin();
  if (theme.portrait()) {
    const float width = theme.content_width();
    const float height = kRing + 80 + column_height(view, width, canvas);
    const float top = std::max(120.0F, (theme.height - height) / 2);
    draw_ring(view, theme.width / 2, top + kRing / 2, canvas);
    return draw_column(view, {margin, top + kRing + 80, width, 0}, canvas);
  }
  const float ring_x = theme.width * 0.1927F;
  const float left = theme.width * 0.365F;
  const float width = theme.width - left - margin - 36;
  const float height = column_height(view, width, canvas);
  const float top = std::max(100.0F, (theme.height - height) / 2 + 20);
  draw_ring(view, ring_x, std::max(theme.height / 2 + 24, 120 + kRing / 2), canvas);
  return draw_column(view, {left, top, width, height}, canvas);
}

}  // namespace conglang::screens
