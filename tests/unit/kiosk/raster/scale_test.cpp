#include "kiosk/raster/scale.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace conglang::raster;

TEST_CASE("one colour stays that colour at any size", "[raster]") {
  Image even(37, 23);
  std::ranges::fill(even.argb, 0xFF336699);
  const int width = GENERATE(1, 5, 37, 100);
  const int height = GENERATE(1, 23, 71);
  const Image scaled = scaled_to(even, {0, 0, 37, 23}, width, height);
  CHECK(scaled.width == width);
  CHECK(scaled.height == height);
  CHECK(std::ranges::count(scaled.argb, 0xFF336699) == width * height);
}

TEST_CASE("a checkerboard becomes grey, not a pattern of its own", "[raster]") {
  Image board(300, 300);
  for (int y = 0; y < 300; ++y) {
    for (int x = 0; x < 300; ++x) board.pixels().row(y)[x] = (x + y) % 2 == 0 ? 0xFFFFFFFF : 0xFF000000;
  }
  const Image scaled = scaled_to(board, {0, 0, 300, 300}, 90, 90);
  for (const Argb pixel : scaled.argb) {
    const auto grey = static_cast<int>(pixel & 0xFFU);
    CHECK(std::abs(grey - 128) < 32);
  }
}

TEST_CASE("the same size is the same picture", "[raster]") {
  Image image(16, 9);
  for (std::size_t i = 0; i < image.argb.size(); ++i)
    image.argb[i] = kOpaque | static_cast<Argb>(i * 1664525);
  CHECK(scaled_to(image, {0, 0, 16, 9}, 16, 9) == image);
}

TEST_CASE("what is transparent lends no colour to its neighbours", "[raster]") {
  Image image(4, 1);
  image.argb = {0xFFFF0000, 0x0000FF00, 0xFFFF0000, 0x0000FF00};
  for (const Argb pixel : scaled_to(image, {0, 0, 4, 1}, 2, 1).argb) {
    CHECK(((pixel >> 8U) & 0xFFU) == 0);
    CHECK(((pixel >> 16U) & 0xFFU) == 255);
  }
}

TEST_CASE("only the part is looked at", "[raster]") {
  Image image(10, 10);
  std::ranges::fill(image.argb, 0xFFFF0000);
  for (int y = 2; y < 6; ++y) std::fill_n(image.pixels().row(y) + 3, 4, 0xFF0000FF);
  const Image scaled = scaled_to(image, {3, 2, 7, 6}, 9, 9);
  CHECK(std::ranges::count(scaled.argb, 0xFF0000FF) == 81);
}
