#include "kiosk/raster/raster.h"

#include "kiosk/raster/primitives.h"
#include "kiosk/raster/triangle.h"

namespace conglang::raster {
namespace {

// A screen is covered several times, page, card, tint, letters: so many rows stay in a processor's cache
// until they are done, and go to memory once.
constexpr int kBand = 64;

}  // namespace

void draw(const ImDrawData& data, const Pixels& target) {
  draw(data, target, target.box());
}

void draw(const ImDrawData& data, const Pixels& target, const Box& part) {
  for_each_primitive(
      data, part.within(target.box()),
      [&](const Batch& batch, const Quad& quad) { draw_quad(quad, batch.texture, batch.clip, target); },
      [&](const Batch& batch, const std::array<ImDrawVert, 3>& corners) {
        draw_triangle(corners, batch.texture, batch.clip, target);
      });
}

void draw_anew(const ImDrawData& data, const Pixels& target, const Box& part) {
  const Box within = part.within(target.box());
  for (int top = within.top; top < within.bottom; top += kBand) {
    const Box band{within.left, top, within.right, std::min(top + kBand, within.bottom)};
    for (int y = band.top; y < band.bottom; ++y) {
      std::fill_n(target.row(y) + band.left, band.width(), kOpaque);
    }
    draw(data, target, band);
  }
}

void serve_textures(ImVector<ImTextureData*>& textures) {
  for (ImTextureData* texture : textures) {
    if (texture->Status == ImTextureStatus_WantDestroy && texture->UnusedFrames > 0) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status == ImTextureStatus_WantCreate ||
               texture->Status == ImTextureStatus_WantUpdates) {
      texture->SetTexID(1);  // any but the invalid one: pixels are found by the texture itself
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

void release_textures(ImVector<ImTextureData*>& textures) {
  for (ImTextureData* texture : textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
}

}  // namespace conglang::raster
