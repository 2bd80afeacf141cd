#include "kiosk/screens/staff.h"

#include <algorithm>
#include <type_traits>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/eave.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::StaffTileView;

constexpr float kBand = 164;  // header
constexpr float kButton = 104;
constexpr float kGap = 20;

bool is_contrast(const Canvas& canvas) {
  return canvas.theme().kind == kiosk::Theme::contrast;
}

void draw_staff_header(const kiosk::StaffView& view, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const Palette& palette = canvas.palette();
  canvas.fill({0, 0, theme.width, kBand}, is_contrast(canvas) ? palette.page : palette.staff);
  if (is_contrast(canvas)) canvas.fill({0, kBand - 3, theme.width, 3}, palette.staff);
  const ImU32 ink = is_contrast(canvas) ? palette.staff : palette.surface;
  const TextStyle minor{.em = type::kMinor, .weight = Weight::control, .color = ink};
  const TextStyle major{.em = type::kHeader, .weight = Weight::question, .color = ink};
  const float right = theme.width - theme.margin();
  const float taken = canvas.width_of(view.leaves_in, minor);
  canvas.line(view.leaves_in, right, 54, taken + 1, minor, Align::right);
  canvas.line(view.countdown, right, 108, 300, major, Align::right);
  canvas.bold("wrench", theme.margin() + 34, kBand / 2, 68, ink);
  const float left = theme.margin() + 96;
  const float room = right - taken - 40 - left;
  canvas.line(view.title, left, view.context.empty() ? kBand / 2 : 58, room, major);
  canvas.line(view.context, left, 112, room, minor);
}

// A button of the staff's footer: its sign beside its word.
std::optional<Action> footer_button(const StaffTileView& view, Rect box, bool danger, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  TextStyle style{.em = type::kLabel, .weight = Weight::name, .color = palette.ink};
  bool released = false;
  Rect face = box;
  if (danger) {
    const Touch touch = canvas.target(view.label, box);
    face = touch.down ? box.moved_down(kLedge) : box;
    canvas.fill(face, palette.danger, kCardRadius);
    style.color = palette.surface;
    released = touch.released;
  } else {
    const Surface card = card_button(canvas, view.label, box);
    face = card.box;
    released = card.touch.released;
  }
  constexpr float kIcon = 50;
  const float width = std::min(canvas.width_of(view.label, style), face.w - kIcon - 64);
  const float left = face.middle_x() - (kIcon + 20 + width) / 2;
  canvas.bold(view.icon, left + kIcon / 2, face.middle_y(), kIcon, style.color);
  canvas.line(view.label, left + kIcon + 20, face.middle_y(), width + 1, style);
  return released ? std::optional<Action>(view.does) : std::nullopt;
}

float natural_width(const StaffTileView& view, const Canvas& canvas) {
  return canvas.width_of(view.label, {.em = type::kLabel, .weight = Weight::name}) + 50 + 20 + 72;
}

// The way back at the left; on the menu what changes the whole screen at the right.
std::optional<Action> draw_staff_footer(const kiosk::StaffView& view, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const float top = theme.height - theme.footer_height();
  canvas.fill({0, top, theme.width, theme.footer_height()}, canvas.palette().staff_tint);
  canvas.fill({0, top, theme.width, 2}, canvas.palette().line);
  const float y = top + 16;
  std::optional<Action> action =
      footer_button(view.back, {theme.margin(), y, natural_width(view.back, canvas), kButton}, false, canvas);
  const auto* menu = std::get_if<kiosk::StaffMenuView>(&view.page);
  if (menu == nullptr) return action;
  const bool portrait = theme.portrait();
  const float cover_width = portrait ? theme.content_width() : natural_width(menu->cover, canvas);
  const Rect cover{theme.width - theme.margin() - cover_width, portrait ? y + kButton + 24 : y, cover_width,
                   kButton};
  const float back_width = natural_width(menu->turn_back, canvas);
  const float back_right = portrait ? theme.width - theme.margin() : cover.x - kGap;
  if (auto touched =
          footer_button(menu->turn_back, {back_right - back_width, y, back_width, kButton}, false, canvas))
    action = touched;
  if (auto touched = footer_button(menu->cover, cover, !menu->covered, canvas)) action = touched;
  return action;
}

std::optional<Action> draw_tile(const StaffTileView& tile, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const Surface card = card_button(canvas, tile.label, box);
  const float icon = card.box.x + 70;
  canvas.duotone(tile.icon, icon, card.box.middle_y(), 72,
                 is_contrast(canvas) ? palette.icon_fill : palette.staff_tint, palette.staff);
  const float left = icon + 54;
  canvas.paragraph(
      tile.label, left,
      card.box.middle_y() - canvas.paragraph_height(tile.label, card.box.right() - left - 12,
                                                    {.em = type::kLabel, .weight = Weight::name}) /
                                2,
      card.box.right() - left - 12, {.em = type::kLabel, .weight = Weight::name, .color = palette.ink});
  return card.touch.released ? std::optional<Action>(tile.does) : std::nullopt;
}

std::optional<Action> draw_tiles(const std::vector<StaffTileView>& tiles, Rect box, Canvas& canvas) {
  const float rows = static_cast<float>((tiles.size() + 1) / 2);
  const float gap = box.h < 420 ? 12 : kGap;  // under a long note: no target is lower than 20 mm
  const float height = (box.h - gap * (rows - 1) - kLedge) / rows;
  const float width = (box.w - kGap) / 2;
  std::optional<Action> action;
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    const Rect tile{box.x + static_cast<float>(i % 2) * (width + kGap),
                    box.y + static_cast<float>(i / 2) * (height + gap), width, height};
    if (auto touched = draw_tile(tiles[i], tile, canvas)) action = touched;
  }
  return action;
}

constexpr float kHeading = 80;
constexpr float kTextLeft = 100;
constexpr float kTextRight = 24;
constexpr float kLeastPad = 4;
constexpr float kSign = 54;
constexpr float kBeside = 24;  // between a label and its text
constexpr float kStatusGap = 28;

// Of the rows of the machine's state, all alike. A text stands beside its label, or below it where it is
// long.
struct StatusType {
  TextStyle label;
  TextStyle text;

  bool stands_beside(const kiosk::StaffStatusView& row, float room, const Canvas& canvas) const {
    return canvas.width_of(row.label, label) + kBeside + canvas.width_of(row.text, text) <= room;
  }

  float height(const kiosk::StaffStatusView& row, float room, const Canvas& canvas) const {
    if (stands_beside(row, room, canvas)) return kSign;
    return label.em * 1.2F + canvas.paragraph_height(row.text, room, text);
  }
};

StatusType status_type(float factor, const Palette& palette) {
  return {{.em = type::kLabel * factor, .weight = Weight::name, .color = palette.ink},
          {.em = type::kMinor * factor, .weight = Weight::text, .color = palette.ink_soft, .leading = 1.2F}};
}

float rows_height(const kiosk::StaffMenuView& menu, const StatusType& type, float room,
                  const Canvas& canvas) {
  float height = 0;
  for (const auto& row : menu.status) height += type.height(row, room, canvas) + kLeastPad;
  return height;
}

// The largest with which every row stands in `height`.
StatusType fitting_type(const kiosk::StaffMenuView& menu, float room, float height, const Canvas& canvas) {
  StatusType type;
  for (float factor = 1; factor > 0.7F; factor -= 0.05F) {
    type = status_type(factor, canvas.palette());
    if (rows_height(menu, type, room, canvas) <= height) break;
  }
  return type;
}

void draw_status_row(const kiosk::StaffStatusView& row, const StatusType& type, Rect words, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  canvas.bold(row.good ? "check-circle" : "warning", words.x - kTextLeft + 56, words.middle_y(), kSign,
              row.good ? palette.primary : palette.warn_ink);
  if (type.stands_beside(row, words.w, canvas)) {
    canvas.line(row.label, words.x, words.middle_y(), words.w, type.label);
    canvas.line(row.text, words.right(), words.middle_y(), words.w, type.text, Align::right);
    return;
  }
  canvas.line(row.label, words.x, words.y + type.label.em * 0.6F, words.w, type.label);
  canvas.paragraph(row.text, words.x, words.y + type.label.em * 1.2F, words.w, type.text);
}

// Each row as high as its words need; the rest of the panel is shared among them.
void draw_status(const kiosk::StaffMenuView& menu, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  panel(canvas, box);
  canvas.line(menu.status_title, box.x + 32, box.y + kHeading / 2, box.w - 64,
              {.em = 46, .weight = Weight::question, .color = palette.ink});
  if (menu.status.empty()) return;
  const float room = box.w - kTextLeft - kTextRight;
  const StatusType type = fitting_type(menu, room, box.h - kHeading, canvas);
  float spare = box.h - kHeading;
  for (const auto& row : menu.status) spare -= type.height(row, room, canvas);
  const float pad = std::clamp(spare / static_cast<float>(menu.status.size()), kLeastPad, 56.0F);
  float y = box.y + kHeading;
  for (const auto& row : menu.status) {
    canvas.fill({box.x + 2, y, box.w - 4, 2}, palette.line);
    const float height = type.height(row, room, canvas);
    draw_status_row(row, type, {box.x + kTextLeft, y + pad / 2, room, height}, canvas);
    y += height + pad;
  }
}

std::optional<Action> draw_menu(const kiosk::StaffMenuView& menu, Rect room, Canvas& canvas) {
  if (canvas.theme().portrait()) {
    const float rows =
        rows_height(menu, status_type(1, canvas.palette()), room.w - kTextLeft - kTextRight, canvas);
    const float status = std::max(room.h * 0.46F, kHeading + rows);
    draw_status(menu, {room.x, room.y, room.w, status}, canvas);
    room.y += status + kStatusGap;
    room.h -= status + kStatusGap;
  }
  return draw_tiles(menu.tiles, room, canvas);
}

// What was just done or could not be. Returns what it leaves of `room`.
Rect draw_note(const kiosk::StaffView& view, Rect room, Canvas& canvas) {
  if (view.note.empty()) return room;
  const kiosk::ChipView note{view.note_is_bad ? kiosk::Tone::warning : kiosk::Tone::good,
                             view.note_is_bad ? "warning" : "check", view.note};
  const float height = draw_notice(canvas, note, {room.x, room.y, room.w, 0}) + kGap;
  return {room.x, room.y + height, room.w, room.h - height};
}

// On a wide screen the machine's state stands beside all else, as high as the page whatever the note says.
Rect draw_note_and_status(const kiosk::StaffView& view, Rect room, Canvas& canvas) {
  constexpr float kStatus = 776;
  const auto* menu = std::get_if<kiosk::StaffMenuView>(&view.page);
  if (menu == nullptr || canvas.theme().portrait()) return draw_note(view, room, canvas);
  const Rect left{room.x, room.y, room.w - kStatus - kStatusGap, room.h};
  const Rect rest = draw_note(view, left, canvas);
  draw_status(*menu, {room.right() - kStatus, room.y, kStatus, room.h}, canvas);
  return rest;
}

std::optional<Action> draw_page(const kiosk::StaffPageView& page, Rect room, Canvas& canvas) {
  return std::visit(
      [&](const auto& body) -> std::optional<Action> {
        using Body = std::decay_t<decltype(body)>;
        if constexpr (std::is_same_v<Body, kiosk::StaffDoorView>) {
          return draw_staff_door(body, room, canvas);
        } else if constexpr (std::is_same_v<Body, kiosk::StaffShutView>) {
          draw_staff_shut(body, room, canvas);
          return std::nullopt;
        } else if constexpr (std::is_same_v<Body, kiosk::StaffMenuView>) {
          return draw_menu(body, room, canvas);
        } else if constexpr (std::is_same_v<Body, kiosk::StaffChoicesView>) {
          return draw_staff_choices(body, room, canvas);
        } else {
          return draw_staff_touch_test(body, room, canvas);
        }
      },
      page);
}

}  // namespace

std::optional<Action> draw_staff(const kiosk::StaffView& view, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  canvas.fill({0, 0, theme.width, theme.height}, canvas.palette().page);
  draw_staff_header(view, canvas);
  std::optional<Action> action = draw_staff_footer(view, canvas);
  const Rect room{theme.margin(), kBand + 24, theme.content_width(),
                  theme.height - theme.footer_height() - kBand - 48};
  const Rect rest = draw_note_and_status(view, room, canvas);
  if (auto touched = draw_page(view.page, rest, canvas)) action = std::move(touched);
  return action;
}

void draw_cover(const kiosk::CoverView& view, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const Palette& palette = canvas.palette();
  canvas.fill({0, 0, theme.width, theme.height}, palette.wall);
  draw_eave(canvas);
  const TextStyle title{.em = 88, .weight = Weight::question, .color = palette.on_wall, .leading = 1.2F};
  const TextStyle text{.em = 50, .weight = Weight::control, .color = palette.on_wall, .leading = 1.35F};
  const TextStyle line{.em = 56, .weight = Weight::question, .color = palette.on_wall, .leading = 1.35F};
  const float room = theme.content_width();
  float height = canvas.paragraph_height(view.title, room, title) + 24 +
                 canvas.paragraph_height(view.text, room, text) + 48;
  for (const std::string& one : view.lines) height += canvas.paragraph_height(one, room, line);
  float y = std::max(80.0F, (theme.height - height) / 2);
  y += canvas.paragraph(view.title, theme.margin(), y, room, title, Align::center) + 24;
  y += canvas.paragraph(view.text, theme.margin(), y, room, text, Align::center) + 48;
  for (const std::string& one : view.lines)
    y += canvas.paragraph(one, theme.margin(), y, room, line, Align::center);
}

Rect staff_corner() {
  return {0, 0, 120, 120};
}

}  // namespace conglang::screens
