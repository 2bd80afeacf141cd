#include "kiosk/screens/search_bar.h"

namespace conglang::screens {
namespace {

constexpr float kIcon = 50;
constexpr float kTextLeft = 108;

TextStyle button_style(const Canvas& canvas) {
  return canvas.scaled({.em = type::kMinor, .weight = Weight::name, .color = canvas.palette().ink});
}

// The hint names examples: those that do not fit are left out.
std::string fitting_hint(const std::string& hint, float room, const TextStyle& style, const Canvas& canvas) {
  if (canvas.width_of(hint, style) <= room) return hint;
  std::string shown = hint;
  while (canvas.width_of(shown + "…", style) > room) {
    const std::size_t comma = shown.rfind(',');
    if (comma == std::string::npos) break;
    shown.resize(comma);
  }
  return shown + "…";
}

}  // namespace

bool draw_search_bar(const std::string& hint, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const Touch touch = canvas.target("search", box);
  canvas.fill(box, palette.primary, box.h / 2);
  canvas.fill(box.inset(3), touch.down ? palette.pressed_tile : palette.surface, box.h / 2 - 3);
  canvas.bold("magnifying-glass", box.x + 58, box.middle_y(), kIcon, palette.primary);
  const TextStyle style =
      canvas.scaled({.em = type::kBody, .weight = Weight::text, .color = palette.ink_soft});
  const float room = box.w - kTextLeft - 40;
  canvas.line(fitting_hint(hint, room, style, canvas), box.x + kTextLeft, box.middle_y(), room, style);
  return touch.released;
}

float search_button_width(const std::string& label, const Canvas& canvas) {
  return canvas.width_of(label, button_style(canvas)) + 128;
}

bool draw_search_button(const std::string& label, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const Touch touch = canvas.target("search", box);
  canvas.fill(box, palette.primary, box.h / 2);
  canvas.fill(box.inset(3), touch.down ? palette.pressed_tile : palette.surface, box.h / 2 - 3);
  canvas.bold("magnifying-glass", box.x + 56, box.middle_y(), 42, palette.primary);
  canvas.line(label, box.x + 92, box.middle_y(), box.w - 120, button_style(canvas));
  return touch.released;
}

}  // namespace conglang::screens
