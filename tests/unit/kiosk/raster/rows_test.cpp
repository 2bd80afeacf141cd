// Several pixels at a time are what one at a time would be.

#include "kiosk/raster/rows.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <random>

#include "kiosk/raster/blend.h"

using namespace conglang::raster;

namespace {

constexpr int kRow = 23;  // longer than what is taken at a time, and no multiple of it

// Bytes of which many are 0 or 255, where shortcuts are taken.
class Noise {
 public:
  std::uint8_t byte() {
    const int kind = kind_(random_);
    return kind == 0 ? 0 : kind == 1 ? 255 : static_cast<std::uint8_t>(byte_(random_));
  }
  Argb pixel() {
    Argb argb = 0;
    for (int i = 0; i < 4; ++i) argb = (argb << 8U) | byte();
    return argb;
  }
  std::vector<Argb> row() {
    std::vector<Argb> pixels(kRow);
    for (Argb& pixel : pixels) pixel = this->pixel();
    return pixels;
  }
  std::vector<std::uint8_t> bytes(int count) {
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(count));
    // Runs, as in letters: four of a kind are taken as one.
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = i > 0 && byte() == 0 ? bytes[i - 1] : byte();
    return bytes;
  }

 private:
  std::mt19937 random_{7};
  std::uniform_int_distribution<int> kind_{0, 3};
  std::uniform_int_distribution<int> byte_{0, 255};
};

}  // namespace

TEST_CASE("a colour over a row is the colour over each of its pixels", "[raster]") {
  Noise noise;
  for (int round = 0; round < 2000; ++round) {
    const int count = round % (kRow + 1);
    const Argb color = noise.pixel();
    const std::vector<Argb> before = noise.row();
    std::vector<Argb> row = before;
    blend_row(row.data(), count, color);
    for (int i = 0; i < kRow; ++i) {
      const auto at = static_cast<std::size_t>(i);
      Argb expected = before[at];
      if (i < count && alpha_of(color) == 255) expected = color;
      if (i < count && alpha_of(color) % 255 != 0) blend(expected, color);
      REQUIRE(row[at] == expected);
    }
  }
}

TEST_CASE("a row is covered as far as each of its bytes says", "[raster]") {
  Noise noise;
  for (int round = 0; round < 4000; ++round) {
    const int count = round % (kRow + 1);
    const Argb color = noise.pixel();
    const std::vector<std::uint8_t> coverage = noise.bytes(kRow);
    const std::vector<Argb> before = noise.row();
    std::vector<Argb> row = before;
    blend_covered(row.data(), coverage.data(), count, color);
    for (int i = 0; i < kRow; ++i) {
      const auto at = static_cast<std::size_t>(i);
      const std::uint32_t alpha = scaled(coverage[at], alpha_of(color));
      REQUIRE(row[at] == (i < count && alpha != 0 ? over(before[at], color, alpha) : before[at]));
    }
  }
}

TEST_CASE("a row of a picture lies over what was there, pixel by pixel", "[raster]") {
  Noise noise;
  const Argb tint = GENERATE(0xFFFFFFFF, 0x80FF00C0, 0x00000000);
  for (int round = 0; round < 2000; ++round) {
    const int count = round % (kRow + 1);
    const std::vector<std::uint8_t> rgba = noise.bytes(4 * kRow);
    const std::vector<Argb> before = noise.row();
    std::vector<Argb> row = before;
    blend_picture(row.data(), rgba.data(), count, tint);
    for (int i = 0; i < kRow; ++i) {
      const auto at = static_cast<std::size_t>(i);
      const std::uint8_t* const one = rgba.data() + 4 * at;
      const Argb color = (Argb{one[3]} << 24U) | (Argb{one[0]} << 16U) | (Argb{one[1]} << 8U) | one[2];
      Argb expected = before[at];
      if (i < count) blend(expected, modulated(color, tint));
      REQUIRE(row[at] == expected);
    }
  }
}
