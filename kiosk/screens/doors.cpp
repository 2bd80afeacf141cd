#include "kiosk/screens/doors.h"

#include <algorithm>

namespace conglang::screens {
namespace {

using kiosk::DoorView;

constexpr float kPadding = 26;
constexpr float kLeastPadding = 16;  // where a row would else just not fit
constexpr float kIconGap = 16;
constexpr float kRadius = 22;

TextStyle label_style(const Canvas& canvas) {
  return canvas.scaled({.em = type::kLabel, .weight = Weight::control, .color = canvas.palette().ink});
}

float icon_size(const Canvas& canvas) {
  return 52 * canvas.theme().text_scale;
}

float badge_size(const Canvas& canvas) {
  return 54 * canvas.theme().text_scale;
}

float badge_room(const DoorView& door, const Canvas& canvas) {
  return door.count > 0 ? badge_size(canvas) + kIconGap : 0;
}

float width_with(float padding, const DoorView& door, const Canvas& canvas) {
  return 2 * padding + icon_size(canvas) + kIconGap + canvas.width_of(door.label, label_style(canvas)) +
         badge_room(door, canvas) + 2;
}

float width_with(float padding, const DoorRow& row, const Canvas& canvas) {
  float width = kDoorGap * static_cast<float>(row.size() - 1);
  for (const DoorView* door : row) width += width_with(padding, *door, canvas);
  return width;
}

void draw_badge(int count, float x, float y, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  canvas.circle(x, y, badge_size(canvas) / 2, palette.danger);
  canvas.line(std::to_string(count), x, y, badge_size(canvas),
              canvas.scaled({.em = type::kMinor, .weight = Weight::name, .color = palette.on_danger}),
              Align::center);
}

// Waves are lines: in two tones they would become a wedge.
void draw_sign(const std::string& icon, float x, float y, Canvas& canvas) {
  if (icon == "wifi-high") return canvas.bold(icon, x, y, icon_size(canvas), canvas.palette().primary);
  canvas.duotone(icon, x, y, icon_size(canvas));
}

std::optional<kiosk::Action> draw_door(const DoorView& door, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const std::string id = "door " + door.label;
  const Touch touch = canvas.target(id, box);
  canvas.fill(box, palette.edge, kRadius);
  canvas.fill(box.inset(2), touch.down ? palette.pressed_tile : palette.court, kRadius - 2);
  const float label = canvas.width_of(door.label, label_style(canvas));
  const float room = box.w - 2 * kLeastPadding - icon_size(canvas) - kIconGap - badge_room(door, canvas);
  const float spare = std::max(0.0F, room - label);
  float x = box.x + kLeastPadding + spare / 2;
  draw_sign(door.icon, x + icon_size(canvas) / 2, box.middle_y(), canvas);
  x += icon_size(canvas) + kIconGap;
  canvas.line(door.label, x, box.middle_y(), room, label_style(canvas));
  if (door.count > 0) {
    draw_badge(door.count, x + std::min(label, room) + kIconGap + badge_size(canvas) / 2, box.middle_y(),
               canvas);
  }
  if (touch.released) return kiosk::OpenDoor{door.door};
  return std::nullopt;
}

}  // namespace

std::vector<DoorRow> door_rows(const std::vector<DoorView>& doors, float width, const Canvas& canvas) {
  std::vector<DoorRow> rows;
  for (const DoorView& door : doors) {
    if (!rows.empty()) {
      rows.back().push_back(&door);
      if (width_with(kLeastPadding, rows.back(), canvas) <= width) continue;
      rows.back().pop_back();
    }
    rows.push_back({&door});
  }
  return rows;
}

float door_height(const Canvas& canvas) {
  return 52 + 56 * canvas.theme().text_scale;
}

std::optional<kiosk::Action> draw_door_row(const DoorRow& row, Rect box, Canvas& canvas) {
  const float spare = (box.w - width_with(kPadding, row, canvas)) / static_cast<float>(row.size());
  std::optional<kiosk::Action> action;
  float x = box.x;
  for (const DoorView* door : row) {
    const float width = std::min(width_with(kPadding, *door, canvas) + spare, box.w);
    if (auto touched = draw_door(*door, {x, box.y, width, box.h}, canvas)) action = touched;
    x += width + kDoorGap;
  }
  return action;
}

}  // namespace conglang::screens
