// Every screen looks as it did when somebody last looked at it.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <set>

#include "content/base/file.h"
#include "kiosk/picture/png_file.h"
#include "tests/folders.h"
#include "tests/goldens/golden_pictures.h"
#include "tests/support/png_reader.h"

using namespace conglang;
namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kMaxPng = 4'000'000;

/// The pictures are of Be Vietnam Pro: where Inter stands in for it, nothing can be compared.
bool has_our_type() {
  const auto font = read_file(CONGLANG_BIN_DIR "/../share/conglang/text-500.ttf", kMaxPng);
  constexpr std::string_view kName("\0V\0i\0e\0t\0n\0a\0m", 14);  // as fonts spell it
  return font && font->find(kName) != std::string::npos;
}

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().stem().string());
  return names;
}

void keep(const std::string& name, const raster::Image& picture) {
  const fs::path folder = CONGLANG_BIN_DIR "/../goldens";
  fs::create_directories(folder);
  REQUIRE(write_file_atomically(folder / (name + ".png"), *picture::encode_png(picture)));
  WARN("what was drawn instead: " << (folder / (name + ".png")).string());
}

}  // namespace

TEST_CASE("every screen looks like its golden picture, in both orientations", "[goldens]") {
  if (!has_our_type()) {
    WARN("Be Vietnam Pro is not installed: nothing was compared");
    return;
  }
  std::set<std::string> left = names_in(goldens::golden_folder());
  goldens::draw_all([&](const std::string& name, const raster::Image& picture) {
    left.erase(name);
    INFO(name << ": look at it, then run tests/goldens/regenerate");
    const auto bytes = read_file(goldens::golden_folder() / (name + ".png"), kMaxPng);
    CHECK(bytes);
    const auto golden = testing::read_png(bytes.value_or(""));
    const std::size_t different =
        golden ? goldens::most_different_pixels(picture, *golden) : picture.argb.size();
    CHECK(different <= goldens::kAllowedDifferences);
    if (different > goldens::kAllowedDifferences) keep(name, picture);
  });
  INFO("pictures of screens that are no more; run tests/goldens/regenerate");
  CHECK(left == std::set<std::string>{});
}

// Hidden: only tests/goldens/regenerate names it.
TEST_CASE("the golden pictures of this Debian release are drawn anew", "[.regenerate]") {
  REQUIRE(has_our_type());
  const fs::path folder = goldens::golden_folder();
  for (const std::string& name : names_in(folder)) fs::remove(folder / (name + ".png"));
  goldens::draw_all([&](const std::string& name, const raster::Image& picture) {
    REQUIRE(write_file_atomically(folder / (name + ".png"), *picture::encode_png(picture)));
  });
}

TEST_CASE("a moved word or another digit is a different picture, a softer rim is not", "[goldens]") {
  raster::Image plain(960, 540);
  std::ranges::fill(plain.argb, 0xFFFAF7EEU);
  const auto with_block = [&](std::size_t x, std::size_t y, std::size_t width, std::size_t height,
                              raster::Argb color) {
    raster::Image image = plain;
    for (std::size_t row = y; row < y + height; ++row)
      for (std::size_t column = x; column < x + width; ++column) image.argb[row * 960 + column] = color;
    return image;
  };
  const auto differs = [](const raster::Image& one, const raster::Image& other) {
    return goldens::most_different_pixels(one, other) > goldens::kAllowedDifferences;
  };
  CHECK(differs(plain, with_block(20, 50, 40, 1, 0xFF16261FU)));
  CHECK(differs(plain, with_block(34, 40, 2, 9, 0xFF16261FU)));  // the stem of a 1
  CHECK_FALSE(differs(plain, with_block(20, 50, 40, 1, 0xFFDAD7CEU)));
  CHECK(differs(plain, raster::Image(540, 960)));
}
