#pragma once
// Colours, type and measures of the look. Every measure is given in the pixels of the reference panel
// (21.5 inch, 1920x1080: 0.248 mm a pixel) and scaled to the panel at hand by `px()`.

#include <imgui.h>

#include "kiosk/model/views.h"

namespace conglang::screens {

/// Be Vietnam Pro's weights carry rank: 800 question, 700 name, 600 control, 500 text.
enum class Weight { text, control, name, question };

struct Fonts {
  ImFont* text = nullptr;      ///< 500
  ImFont* control = nullptr;   ///< 600
  ImFont* name = nullptr;      ///< 700
  ImFont* question = nullptr;  ///< 800
  ImFont* duotone = nullptr;   ///< Phosphor Duotone: two glyphs an icon
  ImFont* bold = nullptr;      ///< Phosphor Bold: one
};

class Pictures;
class Shapes;

struct Palette {
  ImU32 page, surface, wall, wall_deep, wall_shade, wall_light, ink, ink_soft, primary, primary_deep,
      on_primary, primary_tint, on_danger;
  ImU32 icon_fill, brick, brick_deep, brick_light, line, edge, ledge, danger, warn_bg, warn_ink, court,
      on_wall, staff, staff_tint;
  ImU32 pressed_tile, match_highlight, disabled_ink, emergency, emergency_deep, emergency_accent,
      on_emergency;
};

const Palette& light_palette();
const Palette& contrast_palette();

/// em sizes in reference pixels. LOOK.md's type scale.
namespace type {
inline constexpr float kQuestion = 80;
inline constexpr float kTitle = 60;
inline constexpr float kHeader = 52;
inline constexpr float kHeading = 50;
inline constexpr float kButton = 46;
inline constexpr float kLabel = 42;
inline constexpr float kBody = 42;
inline constexpr float kMinor = 40;
}  // namespace type

/// Orientation decides the arrangement, size only the scale.
enum class Orientation { landscape, portrait };

struct Theme {
  Fonts fonts;
  Shapes* shapes = nullptr;
  Pictures* pictures = nullptr;  ///< of the village; without any, places are kept for them
  const Palette* palette = nullptr;
  kiosk::Theme kind = kiosk::Theme::light;
  Orientation orientation = Orientation::landscape;
  float scale = 1;       ///< screen pixels a reference pixel
  float text_scale = 1;  ///< 1, 1.25 or 1.5
  float width = 1920;    ///< of the screen, in reference pixels
  float height = 1080;
  double mm_per_px = 0.248;  ///< of a screen pixel
  bool low = false;          ///< every control in the lower half; portrait only

  bool portrait() const { return orientation == Orientation::portrait; }
  float margin() const { return portrait() ? 48 : 64; }
  float header_height() const { return 164; }
  float footer_height() const { return portrait() ? 272 : 140; }
  float content_width() const { return width - 2 * margin(); }
};

/// The theme for a screen of `width_px` x `height_px` whose diagonal is `diagonal_inches`, as the visitor
/// wants it: colours, text size, reach.
Theme make_theme(const Fonts& fonts, Shapes& shapes, float width_px, float height_px, double diagonal_inches,
                 const kiosk::ChromeView& chrome);

}  // namespace conglang::screens
