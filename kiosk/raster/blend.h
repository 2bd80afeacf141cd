#pragma once
// How one colour lies over another. Rounded to the nearest, so that many layers do not darken.

#include "kiosk/raster/pixels.h"

namespace conglang::raster {

inline std::uint32_t alpha_of(Argb color) {
  return color >> 24U;
}

/// x * y / 255 for 0 to 255.
inline std::uint32_t scaled(std::uint32_t x, std::uint32_t y) {
  const std::uint32_t product = x * y + 128;
  return (product + (product >> 8U)) >> 8U;
}

/// Each channel of one times that of the other.
inline Argb modulated(Argb one, Argb other) {
  if (other == 0xFFFFFFFF) return one;
  const auto channel = [&](unsigned shift) {
    return scaled((one >> shift) & 0xFFU, (other >> shift) & 0xFFU) << shift;
  };
  return channel(24) | channel(16) | channel(8) | channel(0);
}

/// `color` over the opaque `below`, as if its alpha were `alpha`. The result is opaque.
inline Argb over(Argb below, Argb color, std::uint32_t alpha) {
  // Two channels at a time: 255 * 255 and its rounding fit into 16 bits.
  const std::uint32_t rest = 255 - alpha;
  std::uint32_t red_blue = (color & 0xFF00FFU) * alpha + (below & 0xFF00FFU) * rest + 0x800080U;
  red_blue = ((red_blue + ((red_blue >> 8U) & 0xFF00FFU)) >> 8U) & 0xFF00FFU;
  std::uint32_t green = ((color >> 8U) & 0xFFU) * alpha + ((below >> 8U) & 0xFFU) * rest + 0x80U;
  green = ((green + (green >> 8U)) >> 8U) & 0xFFU;
  return kOpaque | red_blue | (green << 8U);
}

inline void blend(Argb& pixel, Argb color) {
  pixel = over(pixel, color, alpha_of(color));
}

}  // namespace conglang::raster
