// A canvas with pictures of the starter content on it, down to the pixels.

#include <imgui.h>

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "content/base/file.h"
#include "kiosk/picture/fonts.h"
#include "kiosk/picture/imgui_session.h"
#include "kiosk/picture/picture_cache.h"
#include "kiosk/raster/raster.h"
#include "kiosk/screens/theme/shapes.h"
#include "kiosk/screens/widgets/canvas.h"
#include "tests/folders.h"

using namespace conglang;
using namespace conglang::picture;
using screens::Canvas;
using screens::Fit;
using screens::Rect;

namespace {

constexpr int kWidth = 960;
constexpr int kHeight = 540;

Result<raster::Image> load(const Order& order) {
  TRY(const std::string bytes,
      read_file(CONGLANG_SOURCE_DIR "/content/starter/communes/09784/pictures/" + file_of(order),
                1UL << 20U));
  return decode(bytes, order);
}

// Half the size of the reference panel: 2 reference pixels make one.
struct Screen {
  ImGuiSession session;
  Result<screens::Fonts> fonts = load_fonts(CONGLANG_BIN_DIR "/../share/conglang");
  screens::Shapes shapes;
  PictureCache cache{64UL << 20U, [](const Order& order) { return std::optional(load(order)); }};
  raster::Image image{kWidth, kHeight};

  template <typename Draw>
  void frame(screens::Pictures* pictures, Draw draw) {
    screens::Theme theme = screens::make_theme(*fonts, shapes, kWidth, kHeight, 21.5, {});
    theme.pictures = pictures;
    ImGui::GetIO().DisplaySize = {kWidth, kHeight};
    ImGui::NewFrame();
    screens::ScrollMotion motion;
    Canvas canvas(ImGui::GetBackgroundDrawList(), theme, motion, nullptr);
    canvas.fill({0, 0, 1920, 1080}, canvas.palette().page);
    draw(canvas);
    ImGui::Render();
    raster::serve_textures(ImGui::GetPlatformIO().Textures);
    raster::draw(*ImGui::GetDrawData(), image.pixels());
  }
  raster::Argb at(int x, int y) { return image.pixels().row(y)[x]; }
};

// How many colours there are in a part: a photo has many, a frame few.
std::size_t colors(Screen& screen, const raster::Box& box) {
  std::set<raster::Argb> found;
  for (int y = box.top; y < box.bottom; ++y) {
    for (int x = box.left; x < box.right; ++x) found.insert(screen.at(x, y));
  }
  return found.size();
}

}  // namespace

TEST_CASE("a picture fills its box, with round corners, and nothing beside it", "[picture]") {
  Screen screen;
  screen.frame(&screen.cache, [](Canvas& canvas) {
    canvas.picture("dinh-lang.png", {200, 100, 800, 500}, Fit::cover, 60);
  });
  const raster::Argb page = screen.at(10, 10);
  CHECK(colors(screen, {100, 50, 500, 300}) > 500);
  CHECK(screen.at(99, 175) == page);
  CHECK(screen.at(500, 175) == page);
  CHECK(screen.at(300, 49) == page);
  CHECK(screen.at(101, 51) == page);  // cut off by the corner
  CHECK(screen.at(101, 175) != page);
}

TEST_CASE("a picture that is contained stands in the middle of its box", "[picture]") {
  Screen screen;
  screen.frame(&screen.cache, [](Canvas& canvas) {
    canvas.picture("dinh-lang.png", {200, 100, 1000, 200}, Fit::contain);
  });
  const raster::Argb page = screen.at(10, 10);
  CHECK(screen.at(150, 100) == page);
  CHECK(screen.at(350, 100) != page);
  CHECK(screen.at(550, 100) == page);
}

TEST_CASE("a picture that is missing, and one on a screen without pictures, is a quiet frame", "[picture]") {
  Screen screen;
  const auto draw = [](Canvas& canvas) {
    canvas.picture("khong-co.png", {200, 100, 800, 500}, Fit::cover, 60);
  };
  for (screens::Pictures* pictures :
       {static_cast<screens::Pictures*>(&screen.cache), static_cast<screens::Pictures*>(nullptr)}) {
    screen.frame(pictures, draw);
    CHECK(screen.at(300, 100) != screen.at(10, 10));
    CHECK(colors(screen, {120, 70, 480, 280}) < 80);
  }
}

TEST_CASE("a panorama fills its box and turns", "[picture]") {
  Screen screen;
  const auto look = [&screen](float yaw) {
    screen.frame(&screen.cache, [yaw](Canvas& canvas) {
      canvas.panorama("dinh-lang-toan-canh.png", {0, 0, 1920, 1080}, yaw, 0);
    });
    return screen.image;
  };
  const raster::Image ahead = look(0);
  CHECK(colors(screen, {0, 0, kWidth, kHeight}) > 500);
  CHECK(look(0) == ahead);
  CHECK(look(90) != ahead);
  CHECK(screen.cache.wants_frame());
  const raster::Image sharp = look(90);
  CHECK_FALSE(screen.cache.wants_frame());
  look(360);
  CHECK(look(360) == ahead);
  CHECK(look(90) != sharp);  // turning: coarse
}
