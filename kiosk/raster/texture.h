#pragma once
// ImGui's textures, read where ImGui keeps them: nothing is copied or uploaded.

#include <imgui.h>

#include <optional>

#include "kiosk/raster/pixels.h"

namespace conglang::raster {

/// A colour as ImGui packs it.
Argb from_imgui(ImU32 color);

/// Valid as long as the ImTextureData it was made of keeps its pixels.
struct Texture {
  enum class Format { alpha, rgba };
  const std::uint8_t* data = nullptr;
  int width = 0;
  int height = 0;
  Format format = Format::alpha;  ///< `alpha`: white, one byte a pixel
  std::uint64_t id = 0;           ///< another one for other pixels

  /// `x` and `y` must lie within.
  Argb texel(int x, int y) const;

  /// The texel that `uv` (0 to 1) lies in, the nearest for what lies outside.
  Argb nearest(ImVec2 uv) const;

  /// The four texels around `uv`, mixed by distance.
  Argb smooth(double u, double v) const;
};

/// Nothing for a texture without pixels, of a format unknown, or that is no ImTextureData.
std::optional<Texture> texture_of(const ImTextureRef& reference);

}  // namespace conglang::raster
