// What ImGui asks of a renderer's textures.

#include <catch2/catch_test_macros.hpp>

#include "kiosk/raster/raster.h"
#include "tests/support/draw_list.h"

using namespace conglang;
using conglang::testing::HandMadeTexture;

TEST_CASE("a new or changed texture is served at once, since it is read in place", "[raster]") {
  HandMadeTexture texture(ImTextureFormat_Alpha8, 4, 4);
  ImVector<ImTextureData*> all;
  all.push_back(&texture.data());
  for (const ImTextureStatus asked : {ImTextureStatus_WantCreate, ImTextureStatus_WantUpdates}) {
    texture.data().SetTexID(ImTextureID_Invalid);
    texture.data().SetStatus(asked);
    raster::serve_textures(all);
    CHECK(texture.data().Status == ImTextureStatus_OK);
    CHECK(texture.data().TexID != ImTextureID_Invalid);
  }
}

TEST_CASE("a texture goes when no frame uses it any more, not before", "[raster]") {
  HandMadeTexture texture(ImTextureFormat_Alpha8, 4, 4);
  ImVector<ImTextureData*> all;
  all.push_back(&texture.data());
  texture.data().SetStatus(ImTextureStatus_WantDestroy);
  texture.data().UnusedFrames = 0;
  raster::serve_textures(all);
  CHECK(texture.data().Status == ImTextureStatus_WantDestroy);
  texture.data().UnusedFrames = 1;
  raster::serve_textures(all);
  CHECK(texture.data().Status == ImTextureStatus_Destroyed);
  CHECK(texture.data().TexID == ImTextureID_Invalid);
}
