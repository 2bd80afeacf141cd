#include <algorithm>
#include <cmath>

#include "kiosk/screens/staff.h"
#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::StaffGroupView;
using kiosk::StaffOptionView;

constexpr float kOption = 104;
constexpr float kGap = 18;

TextStyle option_style(const Canvas& canvas) {
  return {.em = type::kLabel, .weight = Weight::name, .color = canvas.palette().ink};
}

std::optional<Action> draw_option(const std::string& id, const StaffOptionView& option, Rect box,
                                  Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const Surface card = card_button(canvas, id, box, option.chosen ? CardFill::checked : CardFill::plain,
                                   option.chosen ? palette.primary : 0);
  const TextStyle style = option_style(canvas);
  constexpr float kSign = 44;
  const float sign = option.chosen ? kSign + 12 : 0;
  const float width = std::min(canvas.width_of(option.label, style), card.box.w - sign - 24);
  const float left = card.box.middle_x() - (width + sign) / 2;
  if (option.chosen) canvas.bold("check", left + kSign / 2, card.box.middle_y(), kSign, palette.primary);
  canvas.line(option.label, left + sign, card.box.middle_y(), width + 1, style);
  return card.touch.released ? std::optional<Action>(option.does) : std::nullopt;
}

// As many side by side as the widest word leaves room for.
std::size_t columns_of(const StaffGroupView& group, float room, const Canvas& canvas) {
  if (group.names) return 1;
  float widest = 0;
  for (const StaffOptionView& option : group.options)
    widest = std::max(widest, canvas.width_of(option.label, option_style(canvas)));
  const float fit = std::floor((room + kGap) / (widest + 56 + 36 + kGap));
  return std::clamp(static_cast<std::size_t>(std::max(fit, 1.0F)), std::size_t{1}, group.options.size());
}

std::optional<Action> draw_group(std::size_t index, const StaffGroupView& group, Rect room, float& y,
                                 Canvas& canvas) {
  const TextStyle title{
      .em = type::kLabel, .weight = Weight::name, .color = canvas.palette().ink, .leading = 1.25F};
  if (!group.title.empty()) y += canvas.paragraph(group.title, room.x, y, room.w, title) + 12;
  const std::size_t columns = columns_of(group, room.w, canvas);
  const auto across = static_cast<float>(columns);
  const float width = std::min((room.w - kGap * (across - 1)) / across, group.names ? room.w : 340.0F);
  std::optional<Action> action;
  for (std::size_t i = 0; i < group.options.size(); ++i) {
    const Rect box{room.x + static_cast<float>(i % columns) * (width + kGap),
                   y + static_cast<float>(i / columns) * (kOption + kGap), width, kOption};
    const std::string id = "option " + std::to_string(index) + " " + std::to_string(i);
    if (auto touched = draw_option(id, group.options[i], box, canvas)) action = touched;
  }
  const auto rows = static_cast<float>((group.options.size() + columns - 1) / columns);
  y += rows * (kOption + kGap) + 22;
  return action;
}

}  // namespace

std::optional<Action> draw_staff_choices(const kiosk::StaffChoicesView& view, Rect room, Canvas& canvas) {
  float y = room.y + 8;
  if (!view.text.empty()) {
    const TextStyle text{
        .em = type::kHeading - 4, .weight = Weight::control, .color = canvas.palette().ink, .leading = 1.35F};
    y += canvas.paragraph(view.text, room.x, y, std::min(room.w, 1500.0F), text) + 32;
  }
  std::optional<Action> action;
  for (std::size_t i = 0; i < view.groups.size(); ++i)
    if (auto touched = draw_group(i, view.groups[i], room, y, canvas)) action = touched;
  for (const kiosk::StaffTileView& button : view.buttons) {
    const float width = std::min(room.w, 640.0F);
    if (primary_button(canvas, button.label, {room.x, y, width, 120}, button.icon, button.label))
      action = Action(button.does);
    y += 120 + kLedge + kGap;
  }
  return action;
}

std::optional<Action> draw_staff_touch_test(const kiosk::StaffTouchTestView& view, Rect room,
                                            Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const TextStyle text{.em = type::kLabel, .weight = Weight::name, .color = palette.ink};
  const float top = room.y + canvas.paragraph(view.text, room.x, room.y, room.w, text) + 12;
  // From edge to edge: touch panels fail at their rims first.
  const float across = canvas.theme().width / static_cast<float>(view.columns);
  const float down = std::floor((room.bottom() + 24 - top) / static_cast<float>(view.rows));
  std::optional<Action> action;
  for (int cell = 0; cell < view.columns * view.rows; ++cell) {
    const Rect box{static_cast<float>(cell % view.columns) * across,
                   top + static_cast<float>(cell / view.columns) * down, across, down};
    const bool touched = view.touched.count(cell) > 0;
    const Touch touch = canvas.target("cell " + std::to_string(cell), box);
    canvas.fill(box, palette.edge);
    canvas.fill(box.inset(2), touched      ? palette.primary
                              : touch.down ? palette.pressed_tile
                                           : palette.surface);
    if (touched) canvas.bold("check", box.middle_x(), box.middle_y(), 72, palette.on_primary);
    if (touch.released) action = kiosk::TouchCell{cell};
  }
  return action;
}

}  // namespace conglang::screens
