#include "kiosk/raster/raster.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <cmath>

#include "tests/support/draw_list.h"

using namespace conglang;
using namespace conglang::raster;
using conglang::testing::HandMadeDrawing;
using conglang::testing::HandMadeTexture;

namespace {

constexpr Argb kRed = 0xFFFF0000;
constexpr ImU32 kImRed = IM_COL32(255, 0, 0, 255);

// White pixels of one byte, as the atlas of glyphs has them.
struct Scene {
  HandMadeTexture white{ImTextureFormat_Alpha8, 8, 8};
  HandMadeDrawing drawing{white, 32, 32};
  Image image{32, 32};

  Argb at(int x, int y) { return image.pixels().row(y)[x]; }
  void show() { draw(drawing.data(), image.pixels()); }
  std::ptrdiff_t count(Argb color) const { return std::ranges::count(image.argb, color); }
};

ImDrawVert corner(float x, float y, ImU32 color = kImRed) {
  return {{x, y}, {0.5F, 0.5F}, color};
}

int channel(Argb color, unsigned shift) {
  return static_cast<int>((color >> shift) & 0xFFU);
}

}  // namespace

TEST_CASE("a rectangle fills its pixels and no other", "[raster]") {
  Scene scene;
  scene.drawing.rectangle({3, 4}, {10, 9}, kImRed);
  scene.show();
  CHECK(scene.at(3, 4) == kRed);
  CHECK(scene.at(9, 8) == kRed);
  CHECK(scene.count(kRed) == 7 * 5);
}

TEST_CASE("a pixel belongs to a rectangle when its middle does, so that neighbours meet", "[raster]") {
  Scene scene;
  scene.drawing.rectangle({2.4F, 2}, {7.5F, 4}, IM_COL32(255, 0, 0, 128));
  scene.drawing.rectangle({7.5F, 2}, {12.6F, 4}, IM_COL32(255, 0, 0, 128));
  scene.show();
  CHECK(scene.count(0xFF800000) == 11 * 2);  // none of them twice
}

TEST_CASE("a part is drawn anew over black, whatever was there, and nothing beside it", "[raster]") {
  HandMadeTexture white(ImTextureFormat_Alpha8, 8, 8);
  HandMadeDrawing drawing(white, 40, 200);
  drawing.rectangle({10, 0}, {20, 200}, IM_COL32(255, 0, 0, 128));
  drawing.triangle({corner(20, 0), corner(40, 0), corner(20, 200)});
  Image once(40, 200);
  draw(drawing.data(), once.pixels());
  Image anew(40, 200);
  std::ranges::fill(anew.argb, 0xFF00FF00);
  const Box part{5, 3, 38, 190};
  draw_anew(drawing.data(), anew.pixels(), part);
  for (int y = 0; y < 200; ++y) {
    for (int x = 0; x < 40; ++x) {
      const bool inside = x >= part.left && x < part.right && y >= part.top && y < part.bottom;
      REQUIRE(anew.pixels().row(y)[x] == (inside ? once.pixels().row(y)[x] : 0xFF00FF00));
    }
  }
}

TEST_CASE("what an opaque rectangle hides is not drawn, and what it does not is", "[raster]") {
  // Over some bands or none: whole, short of a side, clipped, see-through; more on top.
  const ImVec2 from = GENERATE(ImVec2{0, 0}, ImVec2{0, 1}, ImVec2{1, 0});
  const ImVec2 to = GENERATE(ImVec2{900, 400}, ImVec2{900, 399}, ImVec2{899, 400}, ImVec2{900, 90});
  const int alpha = GENERATE(255, 254);
  const float clip = GENERATE(900.0F, 890.0F);
  HandMadeTexture white(ImTextureFormat_Alpha8, 8, 8);
  HandMadeDrawing drawing(white, clip, 400);
  drawing.triangle({corner(0, 0), corner(900, 0), corner(0, 400)});
  drawing.rectangle(from, to, IM_COL32(0, 90, 200, alpha));
  drawing.triangle({corner(900, 400), corner(880, 0), corner(0, 380)});
  Image once(900, 400);
  draw(drawing.data(), once.pixels());
  Image anew(900, 400);
  std::ranges::fill(anew.argb, 0xFF00FF00);
  draw_anew(drawing.data(), anew.pixels(), anew.pixels().box());
  CHECK(anew == once);
}

TEST_CASE("the clip rectangle cuts rectangles and triangles", "[raster]") {
  Scene scene;
  scene.drawing.command().ClipRect = {5, 6, 9, 8};
  scene.drawing.rectangle({0, 0}, {32, 32}, kImRed);
  scene.drawing.triangle({corner(0, 0), corner(40, 0), corner(0, 40)});
  scene.show();
  CHECK(scene.count(kRed) == 4 * 2);
}

TEST_CASE("a colour lies over another as its alpha says, to the nearest", "[raster]") {
  const int alpha = GENERATE(0, 1, 64, 127, 128, 200, 254, 255);
  Scene scene;
  scene.drawing.rectangle({0, 0}, {32, 32}, IM_COL32(40, 200, 90, 255));
  scene.drawing.rectangle({0, 0}, {32, 32}, IM_COL32(250, 10, 128, alpha));
  scene.show();
  const auto exact = [alpha](int over, int under) {
    return static_cast<int>(std::lround((over * alpha + under * (255 - alpha)) / 255.0));
  };
  CHECK(channel(scene.at(5, 5), 16) == exact(250, 40));
  CHECK(channel(scene.at(5, 5), 8) == exact(10, 200));
  CHECK(channel(scene.at(5, 5), 0) == exact(128, 90));
  CHECK(channel(scene.at(5, 5), 24) == 255);
}

TEST_CASE("a glyph is set texel by pixel, although its size is a hair off", "[raster]") {
  Scene scene;
  for (int i = 0; i < 64; ++i) scene.white.data().Pixels[i] = static_cast<unsigned char>(i * 4);
  const float off = GENERATE(-0.3F, 0.0F, 0.02F, 0.4F);
  scene.drawing.rectangle({10, 12}, {14 + off, 17 + off}, IM_COL32_WHITE, {0.25F, 0.125F}, {0.75F, 0.75F});
  scene.show();
  for (int y = 0; y < 5; ++y) {
    for (int x = 0; x < 4; ++x) {
      CHECK(channel(scene.at(10 + x, 12 + y), 8) == ((y + 1) * 8 + x + 2) * 4);
    }
  }
  CHECK(scene.count(kOpaque) == 32 * 32 - 20);
}

TEST_CASE("a picture of colours keeps them, is tinted, and is stretched smoothly", "[raster]") {
  HandMadeTexture picture(ImTextureFormat_RGBA32, 2, 1);
  const unsigned char bytes[] = {200, 0, 0, 255, 0, 0, 200, 255};
  std::copy(std::begin(bytes), std::end(bytes), picture.data().Pixels);
  HandMadeDrawing drawing(picture, 32, 32);
  drawing.rectangle({0, 0}, {2, 1}, IM_COL32_WHITE, {0, 0}, {1, 1});
  drawing.rectangle({0, 1}, {2, 2}, IM_COL32(128, 255, 255, 255), {0, 0}, {1, 1});
  drawing.rectangle({0, 4}, {16, 8}, IM_COL32_WHITE, {0, 0}, {1, 1});
  Image image(32, 32);
  draw(drawing.data(), image.pixels());
  CHECK(image.pixels().row(0)[0] == 0xFFC80000);
  CHECK(image.pixels().row(0)[1] == 0xFF0000C8);
  CHECK(channel(image.pixels().row(1)[0], 16) == 100);
  const Argb* const stretched = image.pixels().row(5);
  CHECK(stretched[0] == 0xFFC80000);
  CHECK(stretched[15] == 0xFF0000C8);
  for (int x = 1; x < 16; ++x) CHECK(channel(stretched[x], 16) <= channel(stretched[x - 1], 16));
  CHECK(std::abs(channel(stretched[8], 16) - 100) < 16);
}

TEST_CASE("two triangles that share an edge cover each pixel exactly once", "[raster]") {
  Scene scene;
  const ImU32 half = IM_COL32(255, 0, 0, 128);
  const ImVec2 middle = GENERATE(ImVec2{13.7F, 11.2F}, ImVec2{16, 16}, ImVec2{4.5F, 27.5F});
  const std::array ring{ImVec2{2, 2}, ImVec2{30, 2}, ImVec2{30, 30}, ImVec2{2, 30}};
  for (std::size_t i = 0; i < 4; ++i) {
    const ImVec2 a = ring[i];
    const ImVec2 b = ring[(i + 1) % 4];
    scene.drawing.triangle(
        {corner(a.x, a.y, half), corner(middle.x, middle.y, half), corner(b.x, b.y, half)});
  }
  scene.show();
  CHECK(scene.count(0xFF800000) == 28 * 28);
  CHECK(scene.count(kOpaque) == 32 * 32 - 28 * 28);
}

TEST_CASE("a triangle's colours run evenly between its corners", "[raster]") {
  Scene scene;
  const ImU32 black = IM_COL32(0, 0, 0, 255);
  scene.drawing.triangle(
      {corner(0, 0, black), corner(32, 0, IM_COL32(255, 0, 0, 255)), corner(0, 32, black)});
  scene.show();
  for (int x = 0; x < 31; ++x) {
    const double exact = 255 * (x + 0.5) / 32;
    CHECK(std::abs(channel(scene.at(x, 0), 16) - exact) <= 1);
  }
}

TEST_CASE("a rim that fades out is what is left of the shape at each pixel", "[raster]") {
  Scene scene;
  const ImU32 none = IM_COL32(255, 0, 0, 0);
  scene.drawing.triangle({corner(0, 10), corner(32, 10), corner(32, 14, none)});
  scene.drawing.triangle({corner(0, 10), corner(32, 14, none), corner(0, 14, none)});
  scene.show();
  for (int y = 10; y < 14; ++y) {
    const double exact = 255 * (14 - (y + 0.5)) / 4;
    CHECK(std::abs(channel(scene.at(16, y), 16) - exact) <= 1);
  }
}

TEST_CASE("commands use their own part of the vertices and indices", "[raster]") {
  Scene scene;
  scene.drawing.rectangle({0, 0}, {4, 4}, IM_COL32(0, 255, 0, 255));
  scene.drawing.rectangle({8, 8}, {12, 12}, kImRed);
  scene.drawing.command().IdxOffset = 0;
  scene.drawing.command().VtxOffset = 4;
  scene.drawing.command().ElemCount = 6;
  scene.show();
  CHECK(scene.count(kRed) == 16);
  CHECK(scene.count(kOpaque) == 32 * 32 - 16);
}
