#pragma once
// Pixels in memory, 32 bits each: 0xAARRGGBB as a number, what X and SDL call XRGB8888. Not premultiplied.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace conglang::raster {

using Argb = std::uint32_t;

inline constexpr Argb kOpaque = 0xFF000000;

/// Pixels from `left`, `top` to before `right`, `bottom`.
struct Box {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  int width() const { return right - left; }
  int height() const { return bottom - top; }
  bool empty() const { return right <= left || bottom <= top; }
  Box within(const Box& other) const {
    return {std::max(left, other.left), std::max(top, other.top), std::min(right, other.right),
            std::min(bottom, other.bottom)};
  }
  bool operator==(const Box&) const = default;
};

/// Somebody else's pixels: nothing is ever written beyond them.
struct Pixels {
  Argb* data = nullptr;
  int width = 0;
  int height = 0;
  int stride = 0;  ///< pixels from one row to the next, at least `width`

  Argb* row(int y) const { return data + static_cast<std::ptrdiff_t>(y) * stride; }
  Box box() const { return {0, 0, width, height}; }
};

/// Pixels of one's own, black at first.
struct Image {
  int width = 0;
  int height = 0;
  std::vector<Argb> argb;  ///< row by row, without gaps

  Image() = default;
  Image(int wide, int high)
      : width(wide),
        height(high),
        argb(static_cast<std::size_t>(wide) * static_cast<std::size_t>(high), kOpaque) {}

  Pixels pixels() { return {argb.data(), width, height, width}; }
  bool operator==(const Image&) const = default;
};

}  // namespace conglang::raster
