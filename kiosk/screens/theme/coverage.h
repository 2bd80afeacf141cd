#pragma once
// The few shapes of the look that are not rectangles or glyphs, as how much of each pixel they cover. Pure:
// numbers in, bytes out. Colour comes when they are drawn, as for glyphs.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace conglang::screens {

struct Coverage {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> bytes;  ///< row by row, 255 is covered

  const std::uint8_t* row(int y) const { return bytes.data() + static_cast<std::ptrdiff_t>(y) * width; }
};

/// A disc with a soft rim, 2 * radius wide.
Coverage cover_disc(int radius);

/// The roof's lower edge: high at both ends, a straight middle. Measures in screen pixels.
struct EaveShape {
  int width = 0;    ///< of the screen
  float scale = 1;  ///< screen pixels a reference pixel
  bool tiled = true;

  bool operator==(const EaveShape&) const = default;
  int end() const;     ///< how wide the left and right slices are
  int tile() const;    ///< how wide the middle slice is: one roof tile
  int height() const;  ///< of all slices
};

enum class EaveSlice { left, middle, right };

/// What is drawn over what, in this order. Joints and shade are empty without tiles.
enum class EaveLayer { brick, joint, shade, rim };
inline constexpr std::size_t kEaveLayers = 4;

/// The layers of a slice. Each reaches under the next, so that no ground shows between them.
std::array<Coverage, kEaveLayers> cover_eave(const EaveShape& eave, EaveSlice slice);

}  // namespace conglang::screens
