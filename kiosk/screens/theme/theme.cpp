#include "kiosk/screens/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace conglang::screens {
namespace {

constexpr ImU32 rgb(unsigned hex) {
  return IM_COL32((hex >> 16U) & 0xffU, (hex >> 8U) & 0xffU, hex & 0xffU, 255);
}

constexpr double kMmPerInch = 25.4;

float text_scale_of(kiosk::TextSize size) {
  if (size == kiosk::TextSize::normal) return 1;
  return size == kiosk::TextSize::large ? 1.25F : 1.5F;
}

}  // namespace

const Palette& light_palette() {
  static constexpr Palette kLight{
      .page = rgb(0xFAF7EE),
      .surface = rgb(0xFFFFFF),
      .wall = rgb(0xF7CB57),
      .wall_deep = rgb(0xE9B437),
      .wall_shade = rgb(0xE9B437),
      .wall_light = rgb(0xFBDD8C),
      .ink = rgb(0x16261F),
      .ink_soft = rgb(0x4A584F),
      .primary = rgb(0x0E5A45),
      .primary_deep = rgb(0x083F30),
      .on_primary = rgb(0xFFFFFF),
      .primary_tint = rgb(0xE2F0E8),
      .on_danger = rgb(0xFFFFFF),
      .icon_fill = rgb(0xF7CB57),
      .brick = rgb(0xA33A1F),
      .brick_deep = rgb(0x7A2713),
      .brick_light = rgb(0xC4593A),
      .line = rgb(0xDDD5C0),
      .edge = rgb(0x8E8669),
      .ledge = rgb(0xCFC4A4),
      .danger = rgb(0xAE1519),
      .warn_bg = rgb(0xFFF0C2),
      .warn_ink = rgb(0x6B4300),
      .court = rgb(0xEFE9DA),
      .on_wall = rgb(0x16261F),
      .staff = rgb(0x24457C),
      .staff_tint = rgb(0xE6ECF6),
      .pressed_tile = rgb(0xFFE8A6),
      .match_highlight = rgb(0xFFE8A6),
      .disabled_ink = rgb(0x6A756D),
      .emergency = rgb(0xAE1519),
      .emergency_deep = rgb(0x7E0C10),
      .emergency_accent = rgb(0xFFD84D),
      .on_emergency = rgb(0xFFFFFF),
  };
  return kLight;
}

const Palette& contrast_palette() {
  static constexpr Palette kContrast{
      .page = rgb(0x000000),
      .surface = rgb(0x0E0E0E),
      .wall = rgb(0x000000),
      .wall_deep = rgb(0xFFD84D),
      .wall_shade = rgb(0x4A4100),
      .wall_light = rgb(0x2A2600),
      .ink = rgb(0xFFFFFF),
      .ink_soft = rgb(0xE6E6E6),
      .primary = rgb(0xFFD84D),
      .primary_deep = rgb(0xFFFFFF),
      .on_primary = rgb(0x000000),
      .primary_tint = rgb(0x2A2600),
      .on_danger = rgb(0x000000),
      .icon_fill = rgb(0x4A4100),
      .brick = rgb(0xFFD84D),
      .brick_deep = rgb(0xFFD84D),
      .brick_light = rgb(0x000000),
      .line = rgb(0x8A8A8A),
      .edge = rgb(0xFFFFFF),
      .ledge = rgb(0xFFFFFF),
      .danger = rgb(0xFF8A80),
      .warn_bg = rgb(0xFFD84D),
      .warn_ink = rgb(0x000000),
      .court = rgb(0x000000),
      .on_wall = rgb(0xFFFFFF),
      .staff = rgb(0x9CC7FF),
      .staff_tint = rgb(0x0B1A33),
      .pressed_tile = rgb(0x2A2600),
      .match_highlight = rgb(0x4A4100),
      .disabled_ink = rgb(0xA8A8A8),
      .emergency = rgb(0x000000),
      .emergency_deep = rgb(0x2A2600),
      .emergency_accent = rgb(0xFFD84D),
      .on_emergency = rgb(0xFFFFFF),
  };
  return kContrast;
}

Theme make_theme(const Fonts& fonts, Shapes& shapes, float width_px, float height_px, double diagonal_inches,
                 const kiosk::ChromeView& chrome) {
  Theme theme;
  theme.fonts = fonts;
  theme.shapes = &shapes;
  theme.kind = chrome.theme;
  theme.palette = chrome.theme == kiosk::Theme::contrast ? &contrast_palette() : &light_palette();
  theme.orientation = width_px >= height_px ? Orientation::landscape : Orientation::portrait;
  const float reference_width = theme.portrait() ? 1080.0F : 1920.0F;
  const float reference_height = theme.portrait() ? 1920.0F : 1080.0F;
  theme.scale = std::min(width_px / reference_width, height_px / reference_height);
  theme.width = width_px / theme.scale;
  theme.height = height_px / theme.scale;
  theme.text_scale = text_scale_of(chrome.text_size);
  theme.low = chrome.reach == kiosk::Reach::low && theme.portrait();
  theme.mm_per_px = diagonal_inches * kMmPerInch /
                    std::hypot(static_cast<double>(width_px), static_cast<double>(height_px));
  return theme;
}

}  // namespace conglang::screens
