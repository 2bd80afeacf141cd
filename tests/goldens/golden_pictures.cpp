#include "tests/goldens/golden_pictures.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <vector>

#include "tests/folders.h"
#include "tests/goldens/shown_screens.h"
#include "tests/support/headless_screen.h"

namespace conglang::goldens {
namespace {

namespace fs = std::filesystem;
using raster::Argb;
using raster::Image;
using testing::HeadlessScreen;

constexpr Argb kSteps = 0xF8;  // of a channel
constexpr const char* kOldestRelease = "bookworm";

struct Panel {
  const char* name;
  int width;
  int height;
};
constexpr Panel kPanels[] = {{"landscape", 1920, 1080}, {"portrait", 1080, 1920}};

struct Size {
  const char* suffix;
  int presses;
};
constexpr Size kSizes[] = {{"", 0}, {"-large", 1}, {"-largest", 2}};

/// The mean of each two by two pixels, in steps of eight: files of half the size, and nothing that is missed.
Image halved(const Image& image) {
  Image half(image.width / 2, image.height / 2);
  const auto width = static_cast<std::size_t>(image.width);
  for (std::size_t y = 0; y < static_cast<std::size_t>(half.height); ++y)
    for (std::size_t x = 0; x < static_cast<std::size_t>(half.width); ++x) {
      const Argb* const from = image.argb.data() + 2 * y * width + 2 * x;
      Argb pixel = raster::kOpaque;
      for (const unsigned shift : {0U, 8U, 16U}) {
        const auto channel = [shift](Argb argb) { return (argb >> shift) & 0xFFU; };
        const Argb sum =
            channel(from[0]) + channel(from[1]) + channel(from[width]) + channel(from[width + 1]);
        pixel |= (sum / 4 & kSteps) << shift;
      }
      half.argb[y * static_cast<std::size_t>(half.width) + x] = pixel;
    }
  return half;
}

std::string codename() {
  std::ifstream release("/etc/os-release");
  constexpr std::string_view kName = "VERSION_CODENAME=";
  for (std::string line; std::getline(release, line);)
    if (line.starts_with(kName)) return line.substr(kName.size());
  return {};
}

bool is_off(Argb one, Argb other) {
  for (const unsigned shift : {0U, 8U, 16U}) {
    const int difference =
        static_cast<int>((one >> shift) & 0xFFU) - static_cast<int>((other >> shift) & 0xFFU);
    if (std::abs(difference) > kTolerance) return true;
  }
  return false;
}

}  // namespace

void draw_all(const std::function<void(const std::string&, const Image&)>& visit) {
  for (const Panel& panel : kPanels) {
    HeadlessScreen canvas(panel.width, panel.height);
    canvas.show_starter_pictures();
    for (const ShownScreen& screen : shown_screens()) {
      const bool every_size = std::ranges::count(screens_at_every_size(), screen.name) > 0;
      for (const Size& size : kSizes) {
        if (size.presses > 0 && !every_size) break;
        canvas.draw(view_of_screen(screen, std::vector<kiosk::Action>(static_cast<std::size_t>(size.presses),
                                                                      kiosk::NextTextSize{})));
        visit(screen.name + "-" + panel.name + size.suffix, halved(canvas.picture()));
      }
    }
  }
}

fs::path golden_folder() {
  const fs::path goldens = fs::path(CONGLANG_SOURCE_DIR) / "tests/data/golden";
  const fs::path own = goldens / codename();
  return !codename().empty() && fs::is_directory(own) ? own : goldens / kOldestRelease;
}

std::size_t most_different_pixels(const Image& one, const Image& other) {
  if (one.width != other.width || one.height != other.height) return one.argb.size();
  const auto width = static_cast<std::size_t>(one.width);
  const std::size_t squares = width / kSquare + 1;
  std::vector<std::size_t> counts(squares * (static_cast<std::size_t>(one.height) / kSquare + 1));
  for (std::size_t i = 0; i < one.argb.size(); ++i) {
    if (is_off(one.argb[i], other.argb[i])) ++counts[i / width / kSquare * squares + i % width / kSquare];
  }
  return *std::ranges::max_element(counts);
}

}  // namespace conglang::goldens
