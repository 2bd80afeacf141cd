#include "kiosk/raster/panorama.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

using namespace conglang::raster;

namespace {

constexpr int kWide = 720;  // two pixels a degree
constexpr int kHigh = 360;

// Its red says how far east a place is, its green how far up.
Image compass() {
  Image sphere(kWide, kHigh);
  for (int y = 0; y < kHigh; ++y) {
    for (int x = 0; x < kWide; ++x) {
      const auto east = static_cast<Argb>(x * 255 / kWide);
      const auto down = static_cast<Argb>(y * 255 / kHigh);
      sphere.pixels().row(y)[x] = kOpaque | east << 16U | down << 8U;
    }
  }
  return sphere;
}

Argb seen_at(const Gaze& gaze, int x, int y) {
  const Image sphere = compass();
  Image view(200, 100);
  draw_panorama(sphere, gaze, view.pixels());
  return view.pixels().row(y)[x];
}

// Degrees to the right of the picture's middle.
double yaw_of(Argb pixel) {
  return ((pixel >> 16U) & 0xFFU) / 255.0 * 360 - 180;
}
double pitch_of(Argb pixel) {
  return 90 - ((pixel >> 8U) & 0xFFU) / 255.0 * 180;
}

bool near(double one, double other, double within) {
  return std::fabs(std::remainder(one - other, 360)) <= within;
}

}  // namespace

TEST_CASE("the middle of the view is where one looks", "[raster]") {
  for (const float yaw : {0.0F, 40.0F, -100.0F, 179.0F, 400.0F, -1000.0F}) {
    for (const float pitch : {0.0F, 30.0F, -30.0F}) {
      INFO(yaw << ' ' << pitch);
      const Argb pixel = seen_at({yaw, pitch, 75}, 100, 50);
      CHECK(near(yaw_of(pixel), yaw, 4));
      CHECK(near(pitch_of(pixel), pitch, 2));
    }
  }
}

TEST_CASE("the view's edges are half its angle away, and straight lines stay straight", "[raster]") {
  CHECK(near(yaw_of(seen_at({0, 0, 90}, 0, 50)), -45, 2));
  CHECK(near(yaw_of(seen_at({0, 0, 90}, 199, 50)), 45, 2));
  // A quarter of the width is not a quarter of the angle: atan(0.5).
  CHECK(near(yaw_of(seen_at({0, 0, 90}, 150, 50)), 26.6, 2));
  CHECK(near(pitch_of(seen_at({0, 0, 90}, 100, 0)), 26.3, 2));
}

TEST_CASE("the picture's two sides meet without a seam", "[raster]") {
  Image even(kWide, kHigh);
  std::fill(even.argb.begin(), even.argb.end(), 0xFF336699);
  for (const float yaw : {179.0F, 180.0F, 181.0F, -180.0F}) {
    Image view(64, 64);
    draw_panorama(even, {yaw, 0, 75}, view.pixels());
    for (const Argb pixel : view.argb) CHECK(pixel == 0xFF336699);
  }
}

TEST_CASE("coarse is the same view with a quarter of the looks", "[raster]") {
  const Image sphere = compass();
  Image sharp(101, 51);
  Image coarse(101, 51);
  draw_panorama(sphere, {20, 10, 75}, sharp.pixels());
  draw_panorama_coarsely(sphere, {20, 10, 75}, coarse.pixels());
  for (int y = 0; y < 51; ++y) {
    for (int x = 0; x < 101; ++x) {
      const Argb one = sharp.pixels().row(y)[x];
      const Argb other = coarse.pixels().row(y)[x];
      CHECK(near(yaw_of(one), yaw_of(other), 5));
      CHECK(near(pitch_of(one), pitch_of(other), 5));
    }
  }
}

TEST_CASE("one cannot look past the upper and lower side of a low panorama", "[raster]") {
  const Image low(4096, 1024);  // 45 degrees up and down
  const Gaze held = within({0, 80, 75}, low, 1920, 1080);
  CHECK(held.pitch < 45 - 23);
  CHECK(held.pitch > 10);
  CHECK(within({0, -80, 75}, low, 1920, 1080).pitch == -held.pitch);
  CHECK(within({0, 80, 75}, Image(4096, 256), 1920, 1080).pitch == 0);
  CHECK(within({0, 0, 1000}, low, 1920, 1080).fov <= 120);
}
