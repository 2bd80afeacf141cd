#include "kiosk/picture/png_file.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/png_reader.h"

using namespace conglang;

TEST_CASE("a PNG holds the pixels that went in", "[picture]") {
  raster::Image image(7, 3);
  for (std::size_t i = 0; i < image.argb.size(); ++i) {
    image.argb[i] = raster::kOpaque | static_cast<raster::Argb>(i * 0x0B1735);
  }
  const auto bytes = picture::encode_png(image);
  REQUIRE(bytes);
  CHECK(testing::read_png(*bytes) == image);
}

TEST_CASE("an empty picture is an error, not an empty file", "[picture]") {
  CHECK(picture::encode_png({}).error().code == Errc::invalid);
}
