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
    const std::size_t different = golden ? goldens::different_pixels(picture, *golden) : picture.argb.size();
    CHECK(different <= goldens::allowed_differences(picture));
    if (different > goldens::allowed_differences(picture)) keep(name, picture);
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

TEST_CASE("a moved word is a different picture, a softer rim is not", "[goldens]") {
  raster::Image plain(200, 100);
  std::ranges::fill(plain.argb, 0xFFFAF7EEU);
  raster::Image word = plain;
  for (std::size_t x = 20; x < 60; ++x) word.argb[50 * 200 + x] = 0xFF16261FU;
  CHECK(goldens::different_pixels(plain, word) > goldens::allowed_differences(plain));
  raster::Image rim = plain;
  for (std::size_t x = 20; x < 60; ++x) rim.argb[50 * 200 + x] = 0xFFDAD7CEU;
  CHECK(goldens::different_pixels(plain, rim) == 0);
  CHECK(goldens::different_pixels(plain, raster::Image(100, 200)) == plain.argb.size());
}
