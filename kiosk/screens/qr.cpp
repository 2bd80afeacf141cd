#include <algorithm>
#include <cmath>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {
namespace {

constexpr float kCardWidth = 656;
constexpr float kPadding = 28;
constexpr float kStep = 112;

// The ground under a code is always white and the page around it always light, or phones see it late.
const Palette& page_palette() {
  return light_palette();
}

// Dark modules as whole-pixel rectangles, runs of a row joined. `box` is the room, the quiet zone included.
float draw_code(const qr::Code& code, Rect box, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const float box_px = std::floor(std::min(box.w, box.h) * theme.scale);
  const int module = qr::module_px(code.size, static_cast<int>(box_px), theme.mm_per_px).px;
  const auto side = static_cast<float>(module * code.size);
  const ImVec2 middle = canvas.to_screen(box.middle_x(), box.middle_y());
  const float left = std::round(middle.x - side / 2);
  const float top = std::round(middle.y - side / 2);
  const auto at = [module](float origin, int modules) {
    return origin + static_cast<float>(module * modules);
  };
  for (int y = 0; y < code.size; ++y) {
    for (int x = 0; x < code.size;) {
      int end = x;
      while (end < code.size && code.dark(end, y)) ++end;
      if (end > x) {
        canvas.list()->AddRectFilled({at(left, x), at(top, y)}, {at(left, end), at(top, y + 1)},
                                     IM_COL32_BLACK);
      }
      x = end + 1;
    }
  }
  return static_cast<float>(module * (code.size + 2 * qr::kQuietZone)) / theme.scale;
}

void draw_card(const kiosk::QrView& view, Rect box, Canvas& canvas) {
  const Palette& palette = page_palette();
  canvas.fill(box, palette.surface, kCardRadius);
  const float words = 150;
  draw_code(*view.code, {box.x, box.y + 4, box.w, box.h - words - 4}, canvas);
  const TextStyle host{.em = type::kTitle, .weight = Weight::question, .color = palette.primary};
  canvas.line(view.host, box.middle_x(), box.bottom() - words + 38, box.w - 2 * kPadding, host,
              Align::center);
  canvas.line(view.owner, box.middle_x(), box.bottom() - words + 100, box.w - 2 * kPadding,
              {.em = type::kMinor, .weight = Weight::control, .color = palette.ink_soft}, Align::center);
}

float draw_steps_of(const kiosk::QrView& view, Rect room, Canvas& canvas) {
  const Palette& palette = page_palette();
  float y = room.y;
  for (std::size_t i = 0; i < view.steps.size(); ++i) {
    const float middle = y + kStep / 2;
    canvas.circle(room.x + 38, middle, 38, palette.primary);
    canvas.line(std::to_string(i + 1), room.x + 38, middle, 70,
                {.em = 46, .weight = Weight::question, .color = palette.on_primary}, Align::center);
    canvas.duotone(view.steps[i].icon, room.x + 142, middle, 76, palette.icon_fill, palette.primary);
    canvas.line(view.steps[i].text, room.x + 208, middle, room.w - 208,
                {.em = 46, .weight = Weight::name, .color = palette.ink});
    y += kStep;
  }
  return y - room.y;
}

float reminder_height(const kiosk::QrView& view, float width, const Canvas& canvas) {
  return canvas.paragraph_height(view.reminder, width - 190,
                                 {.em = 44, .weight = Weight::control, .leading = 1.28F}) +
         48;
}

void draw_reminder(const kiosk::QrView& view, Rect box, Canvas& canvas) {
  const Palette& palette = page_palette();
  canvas.fill(box, palette.warn_bg, kCardRadius);
  canvas.duotone("shield-check", box.x + 88, box.middle_y(), 92, palette.icon_fill, palette.warn_ink);
  canvas.paragraph(view.reminder, box.x + 158, box.y + 24, box.w - 190,
                   {.em = 44, .weight = Weight::control, .color = palette.ink, .leading = 1.28F});
}

TextStyle hint_style() {
  return {.em = 42, .weight = Weight::text, .color = page_palette().ink_soft, .leading = 1.25F};
}

void draw_refusal(const kiosk::QrView& view, Rect room, Canvas& canvas) {
  const Palette& palette = page_palette();
  const float width = std::min(room.w, 1300.0F);
  const Rect text{room.middle_x() - width / 2, room.y, width, room.h};
  canvas.duotone("shield-check", room.middle_x(), room.y + 150, 180, palette.icon_fill, palette.warn_ink);
  float y = room.y + 280;
  y += canvas.paragraph(view.title, text.x, y, text.w,
                        {.em = type::kTitle, .weight = Weight::question, .color = palette.ink},
                        Align::center) +
       24;
  canvas.paragraph(view.refused, text.x, y, text.w,
                   {.em = 46, .weight = Weight::text, .color = palette.ink, .leading = 1.35F}, Align::center);
}

void draw_landscape(const kiosk::QrView& view, Rect room, Canvas& canvas) {
  const Palette& palette = page_palette();
  draw_card(view, {room.x, room.y, kCardWidth, room.h}, canvas);
  const Rect side{room.x + kCardWidth + 56, room.y, room.w - kCardWidth - 56, room.h};
  canvas.line(view.title, side.x, side.y + 42, side.w,
              {.em = 68, .weight = Weight::question, .color = palette.ink});
  float y = side.y + 102;
  y += draw_steps_of(view, {side.x, y, side.w, 0}, canvas) + 8;
  canvas.paragraph(view.hint, side.x + 104, y, side.w - 104, hint_style());
  const float height = reminder_height(view, side.w, canvas);
  draw_reminder(view, {side.x, side.bottom() - height, side.w, height}, canvas);
}

void draw_portrait(const kiosk::QrView& view, Rect room, Canvas& canvas) {
  const float card = 820;
  draw_card(view, {room.x, room.y, room.w, card}, canvas);
  float y = room.y + card + 30;
  y += draw_steps_of(view, {room.x, y, room.w, 0}, canvas) + 4;
  y += canvas.paragraph(view.hint, room.x, y, room.w, hint_style()) + 20;
  draw_reminder(view, {room.x, y, room.w, reminder_height(view, room.w, canvas)}, canvas);
}

}  // namespace

std::optional<kiosk::Action> draw_qr(const kiosk::QrView& view, Rect room, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  canvas.fill({0, room.y - 24, theme.width, room.h + 48}, page_palette().page);
  if (!view.code) {
    draw_refusal(view, room, canvas);
  } else if (theme.portrait()) {
    draw_portrait(view, room, canvas);
  } else {
    draw_landscape(view, room, canvas);
  }
  return std::nullopt;
}

}  // namespace conglang::screens
