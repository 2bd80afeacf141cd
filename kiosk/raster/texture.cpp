#include "kiosk/raster/texture.h"

#include <cmath>

namespace conglang::raster {
namespace {

int texel_index(double at, int count) {
  if (!(at > 0)) return 0;  // not a number, too
  return at >= count ? count - 1 : static_cast<int>(at);
}

// `part` of 256 of the way from one to the other, channel by channel.
Argb mixed(Argb from, Argb to, std::uint32_t part) {
  const auto channel = [&](unsigned shift) {
    const std::uint32_t sum = ((from >> shift) & 0xFFU) * (256 - part) + ((to >> shift) & 0xFFU) * part;
    return ((sum + 128) >> 8U) << shift;
  };
  return channel(24) | channel(16) | channel(8) | channel(0);
}

// Between which two texels a coordinate lies, and how far from the first.
struct Between {
  int first = 0;
  int second = 0;
  std::uint32_t part = 0;
};

Between between(double at, int count) {
  if (!(at > 0)) return {};
  if (at >= count - 1) return {count - 1, count - 1, 0};
  const auto first = static_cast<int>(at);
  return {first, first + 1, static_cast<std::uint32_t>((at - first) * 256)};
}

}  // namespace

Argb from_imgui(ImU32 color) {
  const auto channel = [color](unsigned shift) { return (color >> shift) & 0xFFU; };
  return (channel(IM_COL32_A_SHIFT) << 24U) | (channel(IM_COL32_R_SHIFT) << 16U) |
         (channel(IM_COL32_G_SHIFT) << 8U) | channel(IM_COL32_B_SHIFT);
}

Argb Texture::texel(int x, int y) const {
  const auto index =
      static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
  if (format == Format::alpha) return (static_cast<Argb>(data[index]) << 24U) | 0xFFFFFFU;
  const std::uint8_t* const rgba = data + index * 4;
  return (static_cast<Argb>(rgba[3]) << 24U) | (static_cast<Argb>(rgba[0]) << 16U) |
         (static_cast<Argb>(rgba[1]) << 8U) | rgba[2];
}

Argb Texture::nearest(ImVec2 uv) const {
  return texel(texel_index(static_cast<double>(uv.x) * width, width),
               texel_index(static_cast<double>(uv.y) * height, height));
}

Argb Texture::smooth(double u, double v) const {
  const Between x = between(u * width - 0.5, width);
  const Between y = between(v * height - 0.5, height);
  return mixed(mixed(texel(x.first, y.first), texel(x.second, y.first), x.part),
               mixed(texel(x.first, y.second), texel(x.second, y.second), x.part), y.part);
}

std::optional<Texture> texture_of(const ImTextureRef& reference) {
  const ImTextureData* const texture = reference._TexData;
  if (texture == nullptr || texture->Pixels == nullptr || texture->Width <= 0 || texture->Height <= 0) {
    return std::nullopt;
  }
  const bool alpha = texture->Format == ImTextureFormat_Alpha8;
  if (!alpha && texture->Format != ImTextureFormat_RGBA32) return std::nullopt;
  return Texture{texture->Pixels, texture->Width, texture->Height,
                 alpha ? Texture::Format::alpha : Texture::Format::rgba,
                 static_cast<std::uint64_t>(texture->UniqueID)};
}

}  // namespace conglang::raster
