// Files to pixels: what a commune sends, and what an attacker would.

#include "kiosk/picture/decode.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <random>

#include "tests/unit/kiosk/picture/sample_pictures.h"

using namespace conglang;
using namespace conglang::testing;
using picture::decode;
using picture::PanoramaOrder;
using raster::Argb;
using screens::Fit;
using screens::PictureOrder;

namespace {

int red(Argb pixel) {
  return static_cast<int>((pixel >> 16U) & 0xFFU);
}
int blue(Argb pixel) {
  return static_cast<int>(pixel & 0xFFU);
}
bool is_red(Argb pixel) {
  return red(pixel) > 180 && blue(pixel) < 80;
}
bool is_blue(Argb pixel) {
  return blue(pixel) > 180 && red(pixel) < 80;
}

PictureOrder order(int width, int height, Fit fit = Fit::cover, int radius = 0) {
  return {"a.png", width, height, fit, radius};
}

}  // namespace

TEST_CASE("PNG, JPEG and WebP come out alike, at the size asked for", "[picture]") {
  const raster::Image image = red_and_blue(160, 80);
  for (const std::string& bytes : {png_of(image), jpeg_of(image), jpeg_of(image, true), webp_of(image)}) {
    const auto decoded = decode(bytes, order(40, 20));
    REQUIRE(decoded);
    CHECK(decoded->width == 40);
    CHECK(decoded->height == 20);
    CHECK(is_red(decoded->argb[5]));
    CHECK(is_blue(decoded->argb[35]));
    CHECK((decoded->argb[5] >> 24U) == 255);
  }
}

TEST_CASE("a picture that covers is cut evenly, one that is contained is whole", "[picture]") {
  const std::string bytes = png_of(red_and_blue(100, 50));
  const auto covering = decode(bytes, order(40, 40));
  REQUIRE(covering);
  CHECK(covering->width == 40);
  CHECK(covering->height == 40);
  CHECK(is_red(covering->argb[1]));
  CHECK(is_blue(covering->argb[38]));
  const auto contained = decode(bytes, order(40, 40, Fit::contain));
  REQUIRE(contained);
  CHECK(contained->width == 40);
  CHECK(contained->height == 20);
}

TEST_CASE("a small picture grows to what is asked for", "[picture]") {
  const auto decoded = decode(png_of(red_and_blue(4, 2)), order(200, 100));
  REQUIRE(decoded);
  CHECK(decoded->width == 200);
  CHECK(is_red(decoded->argb[10]));
  CHECK(is_blue(decoded->argb[190]));
}

TEST_CASE("corners are round and transparent, the rest is opaque", "[picture]") {
  const auto decoded = decode(png_of(red_and_blue(60, 60)), order(60, 60, Fit::cover, 20));
  REQUIRE(decoded);
  CHECK((decoded->argb[0] >> 24U) == 0);
  CHECK((decoded->argb[59] >> 24U) == 0);
  CHECK((decoded->argb[30] >> 24U) == 255);
  CHECK((decoded->argb[static_cast<std::size_t>(30 * 60)] >> 24U) == 255);
  CHECK((decoded->argb.back() >> 24U) == 0);
}

TEST_CASE("a photo taken with the phone on its side stands upright", "[picture]") {
  // Red left of blue as stored; the camera says which side is up.
  const std::string jpeg = jpeg_of(red_and_blue(64, 32));
  struct Held {
    char orientation;
    int width;
    bool first_is_red;  // upper left
    bool last_is_red;   // lower right
  };
  for (const Held& held : {Held{1, 64, true, false}, Held{2, 64, false, true}, Held{3, 64, false, true},
                           Held{4, 64, true, false}, Held{5, 32, true, false}, Held{6, 32, true, false},
                           Held{7, 32, false, true}, Held{8, 32, false, true}}) {
    INFO(static_cast<int>(held.orientation));
    const int height = 96 - held.width;
    const auto decoded = decode(with_orientation(jpeg, held.orientation), order(held.width, height));
    REQUIRE(decoded);
    CHECK(is_red(decoded->argb.front()) == held.first_is_red);
    CHECK(is_red(decoded->argb.back()) == held.last_is_red);
  }
}

TEST_CASE("a panorama keeps its size up to the widest that is held in memory", "[picture]") {
  const auto small = decode(png_of(red_and_blue(512, 128)), PanoramaOrder{"a.png"});
  REQUIRE(small);
  CHECK(small->width == 512);
  const auto wide = decode(jpeg_of(red_and_blue(8000, 64)), PanoramaOrder{"a.jpg"});
  REQUIRE(wide);
  CHECK(wide->width == picture::kPanoramaWidthPx);
  CHECK(wide->height == 32);
}

TEST_CASE("attack: files cut short at any place are refused and nothing else happens",
          "[picture][security]") {
  const raster::Image image = red_and_blue(64, 48);
  for (const std::string& bytes : {png_of(image), jpeg_of(image), jpeg_of(image, true), webp_of(image)}) {
    for (std::size_t size = 0; size + 12 < bytes.size(); size += 1 + bytes.size() / 60) {
      INFO(size);
      CHECK_FALSE(decode(bytes.substr(0, size), order(20, 20)));
    }
  }
}

TEST_CASE("attack: a thousand files with bytes turned are decoded or refused", "[picture][security]") {
  std::mt19937 random(20261127);  // the same every time
  const raster::Image image = red_and_blue(64, 48);
  const std::vector<std::string> files{png_of(image), with_orientation(jpeg_of(image), 6),
                                       jpeg_of(image, true), webp_of(image)};
  for (int round = 0; round < 1000; ++round) {
    std::string bytes = files[static_cast<std::size_t>(round) % files.size()];
    for (int i = 0; i < 4; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    if (const auto decoded = decode(bytes, order(20, 20))) CHECK(decoded->argb.size() == 400);
  }
}

TEST_CASE("attack: a small file that unfolds into a large memory is refused by its head",
          "[picture][security]") {
  std::string jpeg = jpeg_of(red_and_blue(16, 16));
  const std::size_t frame = jpeg.find("\xff\xc0");
  REQUIRE(frame != std::string::npos);
  jpeg.replace(frame + 5, 4, "\x7f\xff\x7f\xff");
  for (const std::string& bytes : {jpeg, png_of(red_and_blue(picture::kMaxSidePx + 8, 1)),
                                   webp_of(red_and_blue(picture::kMaxSidePx + 8, 1))}) {
    const auto decoded = decode(bytes, order(20, 20));
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().code == Errc::too_large);
  }
}

TEST_CASE("attack: a file of another kind is no picture, whatever its name", "[picture][security]") {
  for (const char* bytes : {"", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7", "RIFF"}) {
    const auto decoded = decode(bytes, order(20, 20));
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().code == Errc::invalid);
  }
}
