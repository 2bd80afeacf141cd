#include <algorithm>
#include <string>

#include "kiosk/screens/staff.h"
#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {
namespace {

using kiosk::Action;

constexpr float kKeyGap = 18;
constexpr float kDot = 22;  // radius
constexpr float kDotStep = 64;

// As many dots as digits were typed, over a line.
void draw_dots(int typed, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  canvas.fill(box, palette.edge, kCardRadius);
  canvas.fill(box.inset(2), palette.surface, kCardRadius - 2);
  const float step = std::min(kDotStep, (box.w - 60) / static_cast<float>(std::max(typed, 1)));
  float x = box.middle_x() - step * static_cast<float>(typed - 1) / 2;
  for (int i = 0; i < typed; ++i, x += step)
    canvas.circle(x, box.middle_y(), std::min(kDot, step * 0.4F), palette.ink);
}

// One key. While the door is locked it is drawn as unusable and cannot be touched.
bool draw_key(const std::string& id, const std::string& label, std::string_view icon, bool locked, Rect box,
              Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const bool word = label.size() > 1;
  TextStyle style{.em = word ? type::kLabel : 64, .weight = Weight::name, .color = palette.ink};
  Rect face = box;
  bool released = false;
  if (locked) {
    style.color = palette.disabled_ink;
    canvas.dashed_outline(box, palette.edge, kCardRadius);
  } else {
    const Surface card = card_button(canvas, id, box);
    face = card.box;
    released = card.touch.released;
  }
  if (icon.empty()) {
    canvas.line(label, face.middle_x(), face.middle_y(), face.w - 16, style, Align::center);
    return released;
  }
  canvas.bold(icon, face.middle_x(), face.middle_y() - 24, 48, style.color);
  style.em = type::kMinor;
  canvas.line(label, face.middle_x(), face.middle_y() + 32, face.w - 16, style, Align::center);
  return released;
}

std::optional<Action> draw_keypad(const kiosk::StaffDoorView& view, Rect box, Canvas& canvas) {
  const float width = (box.w - 2 * kKeyGap) / 3;
  const float height = (box.h - 3 * kKeyGap - kLedge) / 4;
  const auto at = [&](int column, int row) {
    return Rect{box.x + static_cast<float>(column) * (width + kKeyGap),
                box.y + static_cast<float>(row) * (height + kKeyGap), width, height};
  };
  std::optional<Action> action;
  const auto digit = [&](char c, Rect key) {
    const std::string label(1, c);
    if (draw_key("digit " + label, label, {}, view.locked, key, canvas)) action = kiosk::TypeDigit{c};
  };
  for (int i = 0; i < 9; ++i) digit(static_cast<char>('1' + i), at(i % 3, i / 3));
  digit('0', at(1, 3));
  if (draw_key("erase", view.erase, "backspace", view.locked, at(0, 3), canvas)) action = kiosk::EraseDigit{};
  if (draw_key("enter", view.enter, "check", view.locked, at(2, 3), canvas)) action = kiosk::EnterPin{};
  return action;
}

float draw_words(const kiosk::StaffDoorView& view, Rect box, Canvas& canvas) {
  const Align align = canvas.theme().portrait() ? Align::center : Align::left;
  float y = box.y;
  y += canvas.paragraph(
           view.title, box.x, y, box.w,
           {.em = type::kTitle, .weight = Weight::question, .color = canvas.palette().ink, .leading = 1.2F},
           align) +
       28;
  draw_dots(view.typed, {box.x, y, box.w, 112}, canvas);
  y += 112 + 28;
  if (!view.note.empty())
    y += draw_notice(canvas, {kiosk::Tone::warning, "warning", view.note}, {box.x, y, box.w, 0});
  return y - box.y;
}

}  // namespace

std::optional<Action> draw_staff_door(const kiosk::StaffDoorView& view, Rect room, Canvas& canvas) {
  if (canvas.theme().portrait()) {
    draw_words(view, {room.x, room.y + 40, room.w, 0}, canvas);
    const float height = std::min(room.h * 0.56F, 760.0F);
    return draw_keypad(view, {room.x + 60, room.bottom() - height, room.w - 120, height}, canvas);
  }
  const float keypad = 760;
  draw_words(view, {room.x, room.y + 60, room.w - keypad - 100, 0}, canvas);
  return draw_keypad(view, {room.right() - keypad, room.y, keypad, room.h}, canvas);
}

void draw_staff_shut(const kiosk::StaffShutView& view, Rect room, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const float width = std::min(room.w, 1500.0F);
  float y = room.y + 40;
  y += canvas.paragraph(
           view.title, room.x, y, width,
           {.em = type::kTitle, .weight = Weight::question, .color = palette.ink, .leading = 1.2F}) +
       24;
  const TextStyle text{.em = type::kBody, .weight = Weight::text, .color = palette.ink, .leading = 1.35F};
  y += canvas.paragraph(view.text, room.x, y, width, text) + 36;
  TextStyle command = text;
  command.weight = Weight::control;
  const float height = canvas.paragraph_height(view.command, width - 72, command) + 48;
  panel(canvas, {room.x, y, width, height});
  canvas.paragraph(view.command, room.x + 36, y + 24, width - 72, command);
}

}  // namespace conglang::screens
