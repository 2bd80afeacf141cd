// The atlas of letters fills again and again while a screen stands for months.

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/picture/fonts.h"
#include "kiosk/picture/imgui_session.h"
#include "kiosk/raster/raster.h"
#include "kiosk/screens/theme/shapes.h"
#include "tests/folders.h"

using namespace conglang;

namespace {

/// One frame with a few words in one size.
void write_words(ImFont* font, float size) {
  ImGui::GetIO().DisplaySize = {1920, 1080};
  ImGui::GetIO().DeltaTime = 1.0F / 60;
  picture::new_frame();
  ImGui::GetForegroundDrawList()->AddText(font, size, {0, 0}, IM_COL32_BLACK, "Giấy khai sinh, hộ khẩu");
  ImGui::Render();
  raster::serve_textures(ImGui::GetPlatformIO().Textures);
}

/// How often one place of the atlas was given away.
int highest_count(const ImFontAtlas& atlas) {
  int highest = 0;
  for (const ImFontAtlasRectEntry& entry : atlas.Builder->RectsIndex)
    highest = std::max<int>(highest, entry.Generation);
  return highest;
}

}  // namespace

TEST_CASE("letters are drawn and forgotten a thousand times, and then drawn as on the first day",
          "[picture]") {
  const picture::ImGuiSession session;
  const auto fonts = picture::load_fonts(CONGLANG_BIN_DIR "/../share/conglang");
  REQUIRE(fonts);
  const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;

  int made_room = 0;
  int highest = 0;
  int texture = 0;
  float size = 0;
  for (int turn = 0; made_room < 1200; ++turn) {
    REQUIRE(turn < 40'000);
    // Sizes that come back only when their letters are long forgotten.
    size = 200.0F + static_cast<float>(turn % 97);
    write_words(fonts->name, size);
    if (atlas.TexData->UniqueID != texture) ++made_room;
    texture = atlas.TexData->UniqueID;
    highest = std::max(highest, highest_count(atlas));
  }
  // Past the count at which ImGui stops, had it not begun again.
  CHECK(highest > 250);
  CHECK(highest < 300);
  const auto& glyphs = fonts->name->GetFontBaked(size)->Glyphs;
  CHECK(std::count_if(glyphs.begin(), glyphs.end(), [](const ImFontGlyph& glyph) { return glyph.Visible; }) >
        10);
  for (const ImFontGlyph& glyph : glyphs)
    if (glyph.Visible) CHECK(ImFontAtlasPackGetRectSafe(ImGui::GetIO().Fonts, glyph.PackId) != nullptr);
}

TEST_CASE("visitors change the colours a thousand times, and the roof's edge is drawn as on the first day",
          "[picture]") {
  const picture::ImGuiSession session;
  REQUIRE(picture::load_fonts(CONGLANG_BIN_DIR "/../share/conglang"));
  ImGui::GetIO().DisplaySize = {1920, 1080};
  screens::Shapes shapes;
  int highest = 0;
  for (int turn = 0; turn < 2000; ++turn) {
    picture::new_frame();
    const auto layers =
        shapes.eave({.width = 1920, .scale = 1, .tiled = turn % 2 == 0}, screens::EaveSlice::left);
    for (const screens::Picture& layer : layers) REQUIRE(layer.uv_to.x > layer.uv_from.x);
    ImGui::Render();
    raster::serve_textures(ImGui::GetPlatformIO().Textures);
    highest = std::max(highest, highest_count(*ImGui::GetIO().Fonts));
  }
  CHECK(highest > 250);
  CHECK(highest < 300);
}
