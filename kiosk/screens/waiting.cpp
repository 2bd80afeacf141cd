#include <algorithm>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/widgets/gate.h"

namespace conglang::screens {
namespace {

struct Styles {
  TextStyle title;
  TextStyle text;
  TextStyle detail;
};

Styles styles(const Canvas& canvas) {
  const Palette& palette = canvas.palette();
  return {canvas.scaled({.em = 68, .weight = Weight::question, .color = palette.ink, .leading = 1.2F}),
          canvas.scaled({.em = 46, .weight = Weight::text, .color = palette.ink, .leading = 1.4F}),
          canvas.scaled(
              {.em = type::kMinor, .weight = Weight::text, .color = palette.ink_soft, .leading = 1.35F})};
}

float words_height(const kiosk::WaitingView& view, float width, const Canvas& canvas) {
  const Styles style = styles(canvas);
  return canvas.paragraph_height(view.title, width, style.title) + 24 +
         canvas.paragraph_height(view.text, width, style.text) + 28 +
         canvas.paragraph_height(view.detail, width, style.detail);
}

void draw_words(const kiosk::WaitingView& view, Rect box, Align align, Canvas& canvas) {
  const Styles style = styles(canvas);
  float y = box.y;
  y += canvas.paragraph(view.title, box.x, y, box.w, style.title, align) + 24;
  y += canvas.paragraph(view.text, box.x, y, box.w, style.text, align) + 28;
  canvas.paragraph(view.detail, box.x, y, box.w, style.detail, align);
}

// The gate stands on the page's lower edge, what is awaited in its arch.
void draw_gate_in(Rect box, std::string_view sign, Canvas& canvas) {
  const float size = std::min(box.w / kGateWidth, box.h / kGateHeight);
  const float left = box.middle_x() - kGateWidth * size / 2;
  const Rect arch = draw_gate(canvas, left, box.bottom() - kGateHeight * size, size, sign);
  canvas.duotone("clock", arch.middle_x(), arch.middle_y(), arch.w * 0.5F);
}

}  // namespace

void draw_waiting(const kiosk::WaitingView& view, const kiosk::ChromeView& chrome, Rect room,
                  Canvas& canvas) {
  constexpr float kFoot = 24;  // the page's margin below `room`: the gate stands on the court
  const bool plain = canvas.theme().kind == kiosk::Theme::contrast;
  if (canvas.theme().portrait()) {
    const float words = words_height(view, room.w, canvas);
    draw_words(view, {room.x, room.y + 40, room.w, words}, Align::center, canvas);
    const float top = room.y + words + 100;
    if (plain) return draw_mark(canvas, room.middle_x(), (top + room.bottom()) / 2, 320);
    return draw_gate_in({room.x, top, room.w, room.bottom() + kFoot - top}, chrome.header.title, canvas);
  }
  const float gate = room.w * 0.42F;
  const float left = room.x + gate + 72;
  const float width = room.right() - left;
  const float words = words_height(view, width, canvas);
  draw_words(view, {left, room.middle_y() - words / 2, width, words}, Align::left, canvas);
  if (plain) return draw_mark(canvas, room.x + gate / 2, room.middle_y(), 420);
  draw_gate_in({room.x, room.y, gate, room.h + kFoot}, chrome.header.title, canvas);
}

}  // namespace conglang::screens
