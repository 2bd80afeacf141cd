#include <algorithm>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/warning_listen.h"

namespace conglang::screens {
namespace {

using kiosk::EmergencyView;

constexpr float kStrip = 20;
constexpr float kListen = 120;
constexpr float kListenWidth = 620;
constexpr ImU32 kDark = IM_COL32(0x0B, 0x12, 0x0F, 255);
constexpr ImU32 kPale = IM_COL32(0xD5, 0xDD, 0xD8, 255);

struct Type {
  TextStyle title;
  TextStyle text;

  float height(const EmergencyView& view, float width, const Canvas& canvas) const {
    return canvas.paragraph_height(view.title, width, title) + 40 +
           canvas.paragraph_height(view.text, width, text);
  }
};

// As large as the room allows: an order has to be read from the door.
Type fitting_type(const EmergencyView& view, Rect room, float scale, ImU32 color, const Canvas& canvas) {
  Type type;
  for (float factor = scale; factor >= 0.5F; factor -= 0.05F) {
    type = {
        {.em = std::max(64.0F, 136 * factor), .weight = Weight::question, .color = color, .leading = 1.18F},
        {.em = std::max(44.0F, 68 * factor), .weight = Weight::control, .color = color, .leading = 1.35F}};
    if (type.height(view, room.w, canvas) <= room.h) break;
  }
  return type;
}

void draw_words(const EmergencyView& view, Rect room, const Type& type, Align align, Canvas& canvas) {
  float y = room.y + std::max(0.0F, (room.h - type.height(view, room.w, canvas)) / 2);
  y += canvas.paragraph(view.title, room.x, y, room.w, type.title, align) + 40;
  canvas.paragraph(view.text, room.x, y, room.w, type.text, align);
}

float note_height(const EmergencyView& view, float width, const Canvas& canvas) {
  return canvas.paragraph_height(view.note, width, {.em = type::kMinor, .weight = Weight::text});
}

// The foot of the screen: how staff lift the order.
void draw_note(const EmergencyView& view, float width, ImU32 color, Align align, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const float height = note_height(view, width, canvas);
  canvas.paragraph(view.note, theme.margin(), theme.height - 56 - height, width,
                   {.em = type::kMinor, .weight = Weight::text, .color = color}, align);
}

void draw_blank(const EmergencyView& view, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  canvas.fill({0, 0, theme.width, theme.height}, kDark);
  const float width = theme.content_width();
  const Rect room{theme.margin() + static_cast<float>(view.shift_px), theme.height * 0.3F, width,
                  theme.height * 0.4F};
  draw_words(view, room, fitting_type(view, room, 0.6F, kPale, canvas), Align::center, canvas);
  draw_note(view, width, kPale, Align::center, canvas);
}

}  // namespace

std::optional<kiosk::Action> draw_emergency(const EmergencyView& view, const kiosk::ChromeView& chrome,
                                            Canvas& canvas) {
  if (view.blank) {
    draw_blank(view, canvas);
    return std::nullopt;
  }
  const Theme& theme = canvas.theme();
  const Palette& palette = canvas.palette();
  canvas.fill({0, 0, theme.width, theme.height}, palette.emergency);
  canvas.fill({0, 0, theme.width, kStrip}, palette.emergency_accent);
  const float margin = theme.margin();
  const float width = theme.content_width();
  canvas.bold("warning", margin + 48, 116, 96, palette.emergency_accent);
  const TextStyle kind{.em = 60, .weight = Weight::question, .color = palette.emergency_accent};
  canvas.line(view.kind, margin + 130, theme.portrait() ? 88 : 116, width - 130, kind);
  const TextStyle issued{.em = 42, .weight = Weight::control, .color = palette.on_emergency};
  if (theme.portrait()) {
    canvas.line(view.issued, margin + 130, 152, width - 130, issued);
  } else {
    canvas.line(view.issued, theme.width - margin, 116, width / 2, issued, Align::right);
  }
  const float top = 216;
  const float note = note_height(view, width, canvas);
  const float rule = theme.height - 56 - note - 32;
  const Rect listen{margin, rule - kListen - 28, theme.portrait() ? width : kListenWidth, kListen};
  const bool heard = chrome.footer.listen.button.enabled;
  const float bottom = heard ? listen.y - 28 : rule - 16;
  const Rect room{margin + static_cast<float>(view.shift_px), top, width, bottom - top};
  draw_words(view, room, fitting_type(view, room, 1.0F, palette.on_emergency, canvas), Align::left, canvas);
  canvas.fill({margin, rule, width, 2}, palette.emergency_accent);
  draw_note(view, width, palette.on_emergency, Align::left, canvas);
  if (draw_listen_to_warning(chrome.footer.listen, listen, canvas)) return kiosk::Listen{};
  return std::nullopt;
}

}  // namespace conglang::screens
