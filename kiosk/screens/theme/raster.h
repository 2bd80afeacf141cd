#pragma once
// The few shapes of the look that are not rectangles or glyphs, as pixels. Pure: numbers in, pixels out.

#include <imgui.h>

#include <cstddef>
#include <vector>

namespace conglang::screens {

/// Pixels as ImGui's textures want them: red, green, blue, alpha; not premultiplied.
struct Raster {
  int width = 0;
  int height = 0;
  std::vector<ImU32> pixels;

  const ImU32* row(int y) const { return pixels.data() + static_cast<std::size_t>(y * width); }
};

/// A white disc with a soft rim, 2 * radius wide.
Raster raster_disc(int radius);

/// The roof's lower edge: high at both ends, a straight middle. Measures in screen pixels.
struct EaveShape {
  int width = 0;    ///< of the screen
  float scale = 1;  ///< screen pixels a reference pixel
  bool tiled = true;
  ImU32 brick = 0;
  ImU32 joint = 0;  ///< the lines between the tiles
  ImU32 rim = 0;
  ImU32 shade = 0;  ///< a second line below the rim; only with tiles

  bool operator==(const EaveShape&) const = default;
  int end() const;     ///< how wide the left and right slices are
  int tile() const;    ///< how wide the middle slice is: one roof tile
  int height() const;  ///< of all slices
};

enum class EaveSlice { left, middle, right };

Raster raster_eave(const EaveShape& eave, EaveSlice slice);

}  // namespace conglang::screens
