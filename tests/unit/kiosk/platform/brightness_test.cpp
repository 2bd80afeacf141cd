#include "kiosk/platform/brightness.h"

#include <imgui.h>

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "kiosk/picture/fonts.h"
#include "kiosk/picture/imgui_session.h"
#include "kiosk/raster/raster.h"
#include "tests/folders.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using conglang::platform::Brightness;
using conglang::testing::TemporaryFolder;

namespace {

constexpr int kWidth = 60;
constexpr int kHeight = 40;

// A white page, as `brightness` lets it be seen: its red, green and blue at the corners and in the middle.
struct Page {
  picture::ImGuiSession session;
  Result<screens::Fonts> fonts = picture::load_fonts(CONGLANG_BIN_DIR "/../share/conglang");

  raster::Image draw(const Brightness& brightness) const {
    ImGui::GetIO().DisplaySize = {kWidth, kHeight};
    picture::new_frame();
    ImGui::GetBackgroundDrawList()->AddRectFilled({0, 0}, {kWidth, kHeight}, IM_COL32_WHITE);
    brightness.darken_frame();
    ImGui::Render();
    raster::serve_textures(ImGui::GetPlatformIO().Textures);
    raster::Image image(kWidth, kHeight);
    raster::draw(*ImGui::GetDrawData(), image.pixels());
    return image;
  }
};

// The share of full light in which every pixel stands; -1 when they differ or are not grey.
int percent_of(raster::Image image) {
  const raster::Argb first = image.pixels().row(0)[0];
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x)
      if (image.pixels().row(y)[x] != first) return -1;
  const auto blue = static_cast<int>(first & 0xffU);
  const bool grey =
      static_cast<int>(first >> 8U & 0xffU) == blue && static_cast<int>(first >> 16U & 0xffU) == blue;
  return grey ? (blue * 100 + 127) / 255 : -1;
}

}  // namespace

TEST_CASE("a panel without a light of its own shows a darker picture, to its last pixel", "[platform]") {
  const TemporaryFolder no_devices;
  const Page page;
  REQUIRE(page.fonts);
  Brightness brightness(no_devices.path());
  CHECK(percent_of(page.draw(brightness)) == 100);
  for (const int percent : {20, 40, 60, 80, 100}) {
    brightness.set(percent);
    CHECK(percent_of(page.draw(brightness)) == percent);
  }
}

TEST_CASE("a panel with a light of its own shows the picture as it is", "[platform]") {
  const TemporaryFolder devices;
  REQUIRE(make_folders(devices / "panel"));
  REQUIRE(write_file_atomically(devices / "panel/max_brightness", "200\n"));
  REQUIRE(write_file_atomically(devices / "panel/brightness", "200\n"));
  const Page page;
  REQUIRE(page.fonts);
  Brightness brightness(devices.path());
  brightness.set(40);
  CHECK(read_file(devices / "panel/brightness", 64) == "80");
  CHECK(percent_of(page.draw(brightness)) == 100);
}
