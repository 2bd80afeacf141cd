#include "kiosk/raster/rotation.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace conglang::raster;

namespace {

constexpr Rotation kAll[] = {Rotation::none, Rotation::quarter, Rotation::half, Rotation::three_quarters};

// Every pixel another number.
Image numbered(int width, int height) {
  Image image(width, height);
  for (std::size_t i = 0; i < image.argb.size(); ++i) image.argb[i] = static_cast<Argb>(i + 1);
  return image;
}

}  // namespace

TEST_CASE("a picture turned clockwise has its upper left corner where a turned page has it", "[raster]") {
  struct Case {
    Rotation rotation;
    int x;
    int y;
  };
  for (const Case& one : {Case{Rotation::none, 0, 0}, Case{Rotation::quarter, 49, 0},
                          Case{Rotation::half, 69, 49}, Case{Rotation::three_quarters, 0, 69}}) {
    Image picture = numbered(70, 50);
    const Size size = turned({70, 50}, one.rotation);
    Image display(size.width, size.height);
    copy_turned(picture.pixels(), {0, 0, 70, 50}, one.rotation, display.pixels());
    CHECK(display.pixels().row(one.y)[one.x] == 1);
  }
}

TEST_CASE("every pixel of a turned picture is touched where it is seen", "[raster]") {
  for (const Rotation rotation : kAll) {
    Image picture = numbered(70, 50);
    const Size display_size = turned({70, 50}, rotation);
    Image display(display_size.width, display_size.height);
    copy_turned(picture.pixels(), {0, 0, 70, 50}, rotation, display.pixels());
    for (int y = 0; y < display.height; ++y) {
      for (int x = 0; x < display.width; ++x) {
        const Point at =
            on_picture({static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F}, display_size, rotation);
        const Point back = on_display(at, {70, 50}, rotation);
        REQUIRE((back == Point{static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F}));
        const Argb touched = picture.pixels().row(static_cast<int>(at.y))[static_cast<int>(at.x)];
        REQUIRE(display.pixels().row(y)[x] == touched);
      }
    }
  }
}

TEST_CASE("a part is copied to its own place on the display and nowhere else", "[raster]") {
  for (const Rotation rotation : kAll) {
    Image picture = numbered(130, 90);
    const Size display_size = turned({130, 90}, rotation);
    Image whole(display_size.width, display_size.height);
    copy_turned(picture.pixels(), {0, 0, 130, 90}, rotation, whole.pixels());
    Image display(display_size.width, display_size.height);
    std::ranges::fill(display.argb, 0);
    const Box part{10, 20, 83, 61};
    copy_turned(picture.pixels(), part, rotation, display.pixels());
    const Box place = on_display(part, {130, 90}, rotation);
    CHECK(place.width() * place.height() == part.width() * part.height());
    for (int y = 0; y < display.height; ++y) {
      for (int x = 0; x < display.width; ++x) {
        const bool inside = x >= place.left && x < place.right && y >= place.top && y < place.bottom;
        REQUIRE(display.pixels().row(y)[x] == (inside ? whole.pixels().row(y)[x] : 0));
      }
    }
  }
}
