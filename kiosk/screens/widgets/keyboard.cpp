#include "kiosk/screens/widgets/keyboard.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {
namespace {

using kiosk::Action;

constexpr float kGap = 11;
constexpr float kKeyLedge = 4;
constexpr float kRadius = 16;
constexpr float kRows = 5;
constexpr float kColumns = 10;

// Ten keys, ten, nine and seven: the last row ends with the key that erases.
using Layout = std::array<std::string_view, 4>;
constexpr Layout kQwerty{"1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"};
constexpr Layout kAlphabet{"1234567890", "abcdefghij", "klmnopqrs", "tuvwxyz"};

enum class KeyKind { letter, tool };

// Drawn where it stands or, under a finger, down by its ledge and straw. Returns the face.
Surface draw_face(Canvas& canvas, const std::string& id, Rect box, KeyKind kind) {
  const Palette& palette = canvas.palette();
  const Touch touch = canvas.target(id, box);
  const Rect face = touch.down ? box.moved_down(kKeyLedge) : box;
  if (!touch.down) canvas.fill(box.moved_down(kKeyLedge), palette.ledge, kRadius);
  canvas.fill(face, touch.down ? palette.warn_ink : palette.edge, kRadius);
  const ImU32 ground = kind == KeyKind::letter ? palette.surface : palette.court;
  const ImU32 straw = canvas.theme().kind == kiosk::Theme::contrast ? palette.pressed_tile : palette.wall;
  canvas.fill(face.inset(2), touch.down ? straw : ground, kRadius - 2);
  return {face, touch};
}

TextStyle letter_style(const Canvas& canvas) {
  const float em = canvas.theme().text_scale > 1 ? 60 : 48;
  return {.em = em, .weight = Weight::control, .color = canvas.palette().ink};
}

TextStyle tool_style(const Canvas& canvas) {
  const float em = canvas.theme().text_scale > 1 ? 44 : type::kMinor;
  return {.em = em, .weight = Weight::control, .color = canvas.palette().ink};
}

bool draw_letter(Canvas& canvas, char letter, Rect box) {
  const Surface key = draw_face(canvas, std::string("key ") + letter, box, KeyKind::letter);
  canvas.line(std::string_view(&letter, 1), key.box.middle_x(), key.box.middle_y(), key.box.w,
              letter_style(canvas), Align::center);
  return key.touch.released;
}

bool draw_tool(Canvas& canvas, const std::string& id, Rect box, const std::string& label,
               std::string_view icon = {}) {
  const Surface key = draw_face(canvas, id, box, KeyKind::tool);
  const TextStyle style = tool_style(canvas);
  const float sign = icon.empty() ? 0 : 58;
  const float width = std::min(key.box.w - 20, canvas.width_of(label, style) + sign);
  float left = key.box.middle_x() - width / 2;
  if (!icon.empty()) canvas.bold(icon, left + 22, key.box.middle_y(), 44, style.color);
  canvas.line(label, left + sign, key.box.middle_y(), width - sign + 1, style);
  return key.touch.released;
}

std::optional<Action> draw_letters(Canvas& canvas, std::string_view letters, Rect row, float width) {
  std::optional<Action> action;
  for (const char letter : letters) {
    if (draw_letter(canvas, letter, {row.x, row.y, width, row.h}))
      action = kiosk::PressKey{static_cast<char32_t>(letter)};
    row.x += width + kGap;
  }
  return action;
}

// Marks, order of letters, space, erase all: as wide as their words, and what is left for space.
std::optional<Action> draw_tools(const kiosk::KeyboardView& view, Rect row, Canvas& canvas) {
  const TextStyle style = tool_style(canvas);
  const auto width_of = [&](const std::string& label) { return canvas.width_of(label, style) + 40; };
  const Rect method{row.x, row.y, width_of(view.method), row.h};
  const Rect layout{method.right() + kGap, row.y, width_of(view.next_layout), row.h};
  const float clear = width_of(view.erase_all);
  const Rect all{row.right() - clear, row.y, clear, row.h};
  const Rect space{layout.right() + kGap, row.y, all.x - layout.right() - 2 * kGap, row.h};
  std::optional<Action> action;
  if (draw_tool(canvas, "key method", method, view.method)) action = kiosk::NextInputMethod{};
  if (draw_tool(canvas, "key layout", layout, view.next_layout)) action = kiosk::NextKeyLayout{};
  if (draw_tool(canvas, "key clear", all, view.erase_all)) action = kiosk::EraseLine{};
  const Surface key = draw_face(canvas, "key space", space, KeyKind::letter);
  canvas.line(view.space, key.box.middle_x(), key.box.middle_y(), key.box.w - 20, style, Align::center);
  if (key.touch.released) action = kiosk::PressKey{U' '};
  return action;
}

}  // namespace

float keyboard_height(float key_height) {
  return kRows * key_height + (kRows - 1) * kGap + kKeyLedge;
}

float key_height_in(float height) {
  return std::clamp((height - (kRows - 1) * kGap - kKeyLedge) / kRows, kLeastKeyHeight, kKeyHeight);
}

std::optional<Action> draw_keyboard(const kiosk::KeyboardView& view, Rect box, Canvas& canvas) {
  const Layout& layout = view.layout == kiosk::KeyLayout::qwerty ? kQwerty : kAlphabet;
  const float width = (box.w - (kColumns - 1) * kGap) / kColumns;
  const float height = (box.h - (kRows - 1) * kGap - kKeyLedge) / kRows;
  std::optional<Action> action;
  Rect row{box.x, box.y, box.w, height};
  for (std::size_t i = 0; i < layout.size(); ++i) {
    const float indent = layout[i].size() == 9 ? (width + kGap) / 2 : 0;
    if (auto pressed = draw_letters(canvas, layout[i], {row.x + indent, row.y, row.w, row.h}, width))
      action = pressed;
    if (i + 1 == layout.size()) {
      const float left = row.x + static_cast<float>(layout[i].size()) * (width + kGap);
      if (draw_tool(canvas, "key erase", {left, row.y, box.right() - left, height}, view.erase, "backspace"))
        action = kiosk::EraseSign{};
    }
    row.y += height + kGap;
  }
  if (auto pressed = draw_tools(view, row, canvas)) action = pressed;
  return action;
}

}  // namespace conglang::screens
