#include "kiosk/screens/numbers.h"

#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {
namespace {

constexpr float kIconColumn = 108;
constexpr float kPadding = 9;
constexpr float kPhone = 50;

TextStyle label_style(const Canvas& canvas) {
  return canvas.scaled(
      {.em = type::kMinor, .weight = Weight::control, .color = canvas.palette().ink_soft, .leading = 1.16F});
}

TextStyle phone_style(const Canvas& canvas) {
  return canvas.scaled({.em = kPhone, .weight = Weight::question, .color = canvas.palette().ink});
}

float phone_line(const Canvas& canvas) {
  return phone_style(canvas).em * 1.16F;
}

float room_of(float width) {
  return width - kIconColumn - 20;
}

}  // namespace

float number_height(const kiosk::NumberView& number, float width, const Canvas& canvas) {
  return canvas.paragraph_height(number.label, room_of(width), label_style(canvas)) + phone_line(canvas) +
         2 * kPadding;
}

void draw_number(const kiosk::NumberView& number, Rect box, Canvas& canvas) {
  panel(canvas, box);
  canvas.duotone(number.icon, box.x + kIconColumn / 2 + 4, box.middle_y(), 66);
  const float left = box.x + kIconColumn;
  const float room = room_of(box.w);
  const float label = canvas.paragraph_height(number.label, room, label_style(canvas));
  const float line = phone_line(canvas);
  const float top = box.middle_y() - (label + line) / 2;
  canvas.paragraph(number.label, left, top, room, label_style(canvas));
  canvas.line(number.phone, left, top + label + line / 2, room, phone_style(canvas));
}

void add_numbers(std::vector<Block>& blocks, const std::vector<kiosk::NumberView>& numbers, float width,
                 float after, int counted, const Canvas& canvas) {
  for (const kiosk::NumberView& number : numbers) {
    const float height = number_height(number, width, canvas);
    blocks.push_back({height + after, counted, false,
                      [&number, height](Canvas& painter, Rect box) -> std::optional<kiosk::Action> {
                        draw_number(number, {box.x, box.y, box.w, height}, painter);
                        return std::nullopt;
                      }});
  }
}

}  // namespace conglang::screens
