#include "kiosk/screens/widgets/controls.h"

#include <algorithm>

namespace conglang::screens {
namespace {

using kiosk::ChipView;
using kiosk::Tone;

constexpr float kChipPadding = 18;
constexpr float kLargeRadius = 32;
constexpr float kChipIcon = 34;
constexpr float kChipIconStep = 46;
constexpr float kNoticePadding = 20;
constexpr float kNoticeIconStep = 76;

TextStyle chip_style(const Canvas& canvas, Tone tone) {
  return canvas.scaled(
      {.em = type::kMinor, .weight = Weight::control, .color = tone_ink(canvas.palette(), tone)});
}

// The icon of a chip: a warning never goes without its sign.
std::string_view chip_icon(const ChipView& chip) {
  if (chip.icon.empty() && chip.tone == Tone::warning) return "warning";
  return chip.icon;
}

TextStyle notice_style(const Canvas& canvas, Tone tone) {
  return canvas.scaled(
      {.em = type::kMinor, .weight = Weight::control, .color = tone_ink(canvas.palette(), tone)});
}

// Icon and label side by side, centred in `box`.
void draw_label(Canvas& canvas, Rect box, std::string_view icon, std::string_view label,
                const TextStyle& style) {
  const float icon_size = icon.empty() ? 0 : std::max(52.0F, style.em * 1.2F);
  const float gap = icon.empty() ? 0 : icon_size * 0.44F;
  const float room = box.w - 48 - icon_size - gap;
  const float width = std::min(room, canvas.width_of(label, style));
  const float left = box.middle_x() - (icon_size + gap + width) / 2;
  if (!icon.empty()) canvas.bold(icon, left + icon_size / 2, box.middle_y(), icon_size, style.color);
  canvas.line(label, left + icon_size + gap, box.middle_y(), room, style);
}

}  // namespace

ImU32 tone_ground(const Palette& palette, Tone tone) {
  if (tone == Tone::good) return palette.primary_tint;
  if (tone == Tone::danger) return palette.danger;
  return tone == Tone::warning ? palette.warn_bg : palette.court;
}

ImU32 tone_ink(const Palette& palette, Tone tone) {
  if (tone == Tone::good) return palette.primary;
  if (tone == Tone::danger) return palette.on_danger;
  return tone == Tone::warning ? palette.warn_ink : palette.ink_soft;
}

Surface card_button(Canvas& canvas, std::string_view id, Rect box, CardFill fill, ImU32 edge) {
  const Palette& palette = canvas.palette();
  const Touch touch = canvas.target(id, box);
  const Rect face = touch.down ? box.moved_down(kLedge) : box;
  if (!touch.down) canvas.fill(box.moved_down(kLedge), palette.ledge, kCardRadius);
  ImU32 ground = fill == CardFill::checked ? palette.primary_tint : palette.surface;
  if (touch.down) ground = palette.pressed_tile;
  ImU32 border = edge == 0 ? palette.edge : edge;
  if (touch.down) border = palette.warn_ink;
  canvas.fill(face, border, kCardRadius);
  canvas.fill(face.inset(edge == 0 ? 2 : 3), ground, kCardRadius - 2);
  return {face, touch};
}

void list_card(Canvas& canvas, Rect box) {
  const Palette& palette = canvas.palette();
  canvas.fill(box.moved_down(kLedge), palette.ledge, kCardRadius);
  canvas.fill(box, palette.edge, kCardRadius);
  canvas.fill(box.inset(2), palette.surface, kCardRadius - 2);
}

void panel(Canvas& canvas, Rect box) {
  canvas.fill(box, canvas.palette().line, kCardRadius);
  canvas.fill(box.inset(2), canvas.palette().surface, kCardRadius - 2);
}

bool primary_button(Canvas& canvas, std::string_view id, Rect box, std::string_view icon,
                    std::string_view label) {
  const Palette& palette = canvas.palette();
  const Touch touch = canvas.target(id, box);
  const Rect face = touch.down ? box.moved_down(kLedge) : box;
  if (!touch.down) canvas.fill(box.moved_down(kLedge), palette.primary_deep, kCardRadius);
  canvas.fill(face, touch.down ? palette.primary_deep : palette.primary, kCardRadius);
  draw_label(canvas, face, icon, label,
             canvas.scaled({.em = type::kButton, .weight = Weight::name, .color = palette.on_primary}));
  return touch.released;
}

bool large_button(Canvas& canvas, std::string_view id, Rect box, std::string_view icon,
                  std::string_view label) {
  const Palette& palette = canvas.palette();
  const Touch touch = canvas.target(id, box);
  const Rect face = touch.down ? box.moved_down(kLedge) : box;
  if (!touch.down) canvas.fill(box.moved_down(kLedge), palette.primary_deep, kLargeRadius);
  canvas.fill(face, touch.down ? palette.primary_deep : palette.primary, kLargeRadius);
  draw_label(canvas, face, icon, label, {.em = 66, .weight = Weight::name, .color = palette.on_primary});
  return touch.released;
}

bool secondary_button(Canvas& canvas, std::string_view id, Rect box, std::string_view icon,
                      std::string_view label) {
  const Palette& palette = canvas.palette();
  const Touch touch = canvas.target(id, box);
  const Rect face = touch.down ? box.moved_down(kLedge) : box;
  if (!touch.down) canvas.fill(box.moved_down(kLedge), palette.ledge, kCardRadius);
  canvas.fill(face, palette.primary, kCardRadius);
  canvas.fill(face.inset(3), touch.down ? palette.pressed_tile : palette.surface, kCardRadius - 3);
  draw_label(canvas, face, icon, label,
             canvas.scaled({.em = type::kLabel + 2, .weight = Weight::name, .color = palette.ink}));
  return touch.released;
}

bool pill_button(Canvas& canvas, std::string_view id, Rect box, std::string_view label,
                 std::string_view icon) {
  const Palette& palette = canvas.palette();
  const Touch touch = canvas.target(id, box);
  canvas.fill(box, touch.down ? palette.primary_deep : palette.ink, box.h / 2);
  const TextStyle style = canvas.scaled({.em = type::kMinor, .weight = Weight::name, .color = palette.page});
  const float room = box.w - 130;
  const float width = std::min(room, canvas.width_of(label, style));
  const float left = box.middle_x() - (width + 54) / 2;
  canvas.line(label, left, box.middle_y(), room, style);
  canvas.bold(icon, left + width + 36, box.middle_y(), 40, palette.page);
  return touch.released;
}

float chip_width(const Canvas& canvas, const ChipView& chip) {
  const float icon = chip_icon(chip).empty() ? 0 : kChipIconStep * canvas.theme().text_scale;
  return canvas.width_of(chip.text, chip_style(canvas, chip.tone)) + icon + 2 * kChipPadding;
}

float draw_chip(Canvas& canvas, const ChipView& chip, float x, float y, float room, Align align,
                ImU32 ground) {
  const float width = std::min(room, chip_width(canvas, chip));
  const float height = kChipHeight * canvas.theme().text_scale;
  const Rect box{align == Align::right ? x - width : x, y - height / 2, width, height};
  canvas.fill(box, ground != 0 ? ground : tone_ground(canvas.palette(), chip.tone), 14);
  const TextStyle style = chip_style(canvas, chip.tone);
  float left = box.x + kChipPadding;
  if (const std::string_view icon = chip_icon(chip); !icon.empty()) {
    canvas.bold(icon, left + kChipIcon * canvas.theme().text_scale / 2, y,
                kChipIcon * canvas.theme().text_scale, style.color);
    left += kChipIconStep * canvas.theme().text_scale;
  }
  canvas.line(chip.text, left, y, box.right() - kChipPadding - left + 0.5F, style);
  return width;
}

float notice_height(const Canvas& canvas, const ChipView& chip, float room) {
  return canvas.paragraph_height(chip.text, room - kNoticeIconStep - 2 * kNoticePadding,
                                 notice_style(canvas, chip.tone)) +
         2 * kNoticePadding;
}

float draw_notice(Canvas& canvas, const ChipView& chip, Rect box) {
  box.h = notice_height(canvas, chip, box.w);
  const TextStyle style = notice_style(canvas, chip.tone);
  canvas.fill(box, tone_ground(canvas.palette(), chip.tone), kCardRadius);
  const std::string_view icon = chip_icon(chip);
  canvas.bold(icon.empty() ? "clock" : icon, box.x + 50, box.middle_y(), 48, style.color);
  canvas.paragraph(chip.text, box.x + kNoticeIconStep + kNoticePadding, box.y + kNoticePadding,
                   box.w - kNoticeIconStep - 2 * kNoticePadding, style);
  return box.h;
}

void draw_checkbox(Canvas& canvas, float x, float y, float size, bool ticked) {
  const Rect box{x - size / 2, y - size / 2, size, size};
  canvas.fill(box, canvas.palette().primary, 14);
  if (ticked) {
    canvas.bold("check", x, y, size * 0.72F, canvas.palette().on_primary);
  } else {
    canvas.fill(box.inset(4), canvas.palette().surface, 11);
  }
}

}  // namespace conglang::screens
