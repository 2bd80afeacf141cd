#include "kiosk/raster/raster.h"

#include "kiosk/raster/bands.h"
#include "kiosk/raster/primitives.h"
#include "kiosk/raster/triangle.h"

namespace conglang::raster {

void draw(const ImDrawData& data, const Pixels& target) {
  draw(data, target, target.box());
}

void draw(const ImDrawData& data, const Pixels& target, const Box& part) {
  for_each_run(data, part.within(target.box()), [&](const Batch& batch, const Run& run) {
    for_each_primitive(
        run, [&](const Quad& quad) { draw_quad(quad, batch.texture, batch.clip, target); },
        [&](const std::array<ImDrawVert, 3>& corners) {
          draw_triangle(corners, batch.texture, batch.clip, target);
        });
  });
}

void draw_anew(const ImDrawData& data, const Pixels& target, const Box& part) {
  Bands(data, part.within(target.box())).draw_anew(target);
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
