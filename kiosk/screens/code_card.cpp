#include "kiosk/screens/code_card.h"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {
namespace {

constexpr float kPadding = 28;
constexpr float kThreeLines = 204;
constexpr float kTwoLines = 150;
constexpr float kOneLine = 92;
constexpr float kMarkIcon = 64;

float caption_height(const CodeCaption& caption) {
  if (caption.large.empty()) return 0;
  if (!caption.mark.text.empty()) return kThreeLines;
  return caption.small.empty() ? kOneLine : kTwoLines;
}

// Not with draw_notice: its tones are those of the theme, and this page is always light.
void draw_mark(const kiosk::ChipView& mark, Rect room, Canvas& canvas) {
  const Palette& palette = code_page_palette();
  const TextStyle style{
      .em = type::kMinor, .weight = Weight::control, .color = palette.warn_ink, .leading = 1.1F};
  const float words = room.w - kMarkIcon - 24;
  const float height = canvas.paragraph_height(mark.text, words, style);
  canvas.fill(room, palette.warn_bg, 14);
  canvas.bold("warning", room.x + kMarkIcon / 2 + 6, room.middle_y(), 44, palette.warn_ink);
  canvas.paragraph(mark.text, room.x + kMarkIcon + 8, room.middle_y() - height / 2, words, style);
}

}  // namespace

const Palette& code_page_palette() {
  return light_palette();
}

void fill_code_page(Rect room, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const float top = theme.low ? theme.header_height() : room.y - 24;
  canvas.fill({0, top, theme.width, room.bottom() + 24 - top}, code_page_palette().page);
}

void draw_code(const qr::Code& code, Rect box, Canvas& canvas) {
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
}

void draw_code_card(const qr::Code& code, const CodeCaption& caption, Rect box, Canvas& canvas) {
  const Palette& palette = code_page_palette();
  canvas.fill(box, palette.surface, kCardRadius);
  const float words = caption_height(caption);
  draw_code(code, {box.x, box.y + 4, box.w, box.h - words - 4}, canvas);
  if (words == 0) return;
  const float room = box.w - 2 * kPadding;
  const float y = box.bottom() - words;
  canvas.line(caption.large, box.middle_x(), y + 38, room,
              {.em = type::kTitle, .weight = Weight::question, .color = palette.primary}, Align::center);
  if (!caption.mark.text.empty())
    return draw_mark(caption.mark, {box.x + kPadding, y + 76, room, kThreeLines - 100}, canvas);
  canvas.line(caption.small, box.middle_x(), y + 100, room,
              {.em = type::kMinor, .weight = Weight::control, .color = palette.ink_soft}, Align::center);
}

}  // namespace conglang::screens
