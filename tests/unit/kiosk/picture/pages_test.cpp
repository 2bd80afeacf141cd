// Pages as pixels. What is tested holds with every version of FreeType; how beautiful they are is for eyes.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/support/headless_screen.h"
#include "tests/support/png_reader.h"
#include "tests/support/qr_reader.h"
#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::testing::HeadlessScreen;
using Walker = conglang::kiosk::test::Kiosk;

namespace {

struct Size {
  int width;
  int height;
};

struct Shown {
  std::string name;
  View view;
};

// home, case, guide, steps and code, and what stands over them.
std::vector<Shown> all_pages(const std::vector<Action>& first = {}) {
  Walker kiosk;
  kiosk.does(first);
  std::vector<Shown> pages;
  const auto keep = [&](const std::string& name, const std::vector<Action>& actions) {
    kiosk.does(actions);
    pages.push_back({name, kiosk.view()});
  };
  keep("home", {});
  keep("list", {OpenTopic{}});
  keep("case", {OpenGuide{"khai-sinh"}});
  keep("guide", {ChooseCase{"dung-han"}});
  keep("steps", {OpenSteps{}});
  keep("qr", {Back{}, OpenCode{}});
  keep("refused", {Home{}, OpenGuide{"la-mat"}, OpenCode{}});
  kiosk.waits(181);
  pages.push_back({"idle", kiosk.view()});
  return pages;
}

const View& page(const std::vector<Shown>& pages, const std::string& name) {
  return std::ranges::find(pages, name, &Shown::name)->view;
}

// How often a pixel differs from its left neighbour.
int changes(const raster::Image& image) {
  int count = 0;
  for (std::size_t i = 1; i < image.argb.size(); ++i) count += image.argb[i] != image.argb[i - 1] ? 1 : 0;
  return count;
}

bool ink(raster::Argb pixel, raster::Argb ground) {
  return pixel != ground;
}

}  // namespace

TEST_CASE("every page covers every pixel of the panel, and has letters on it", "[picture]") {
  const Size size = GENERATE(Size{1920, 1080}, Size{1080, 1920}, Size{1366, 768}, Size{3840, 2160});
  HeadlessScreen screen(size.width, size.height);
  for (const bool contrast : {false, true}) {
    for (const Shown& one :
         all_pages(contrast ? std::vector<Action>{ToggleTheme{}} : std::vector<Action>{})) {
      screen.draw(one.view);
      constexpr raster::Argb kUntouched = 0x00FF00FF;
      raster::Image image(size.width, size.height);
      std::ranges::fill(image.argb, kUntouched);
      screen.draw_into(image);
      INFO(one.name << " " << size.width << "x" << size.height << (contrast ? " dark" : ""));
      CHECK(std::ranges::count(image.argb, kUntouched) == 0);
      CHECK(changes(image) > 2000);
    }
  }
}

TEST_CASE("the same view gives the same pixels, whatever was drawn before", "[picture]") {
  const auto pages = all_pages();
  HeadlessScreen once(1920, 1080);
  once.draw(page(pages, "guide"));
  const raster::Image first = once.picture();
  once.draw(page(pages, "guide"));
  CHECK(once.picture() == first);
  for (const Shown& other : pages) once.draw(other.view);
  once.draw(page(pages, "guide"));
  CHECK(once.picture() == first);
}

TEST_CASE("the code of the code page is read from its pixels in both orientations and sizes", "[picture]") {
  const Size size = GENERATE(Size{1920, 1080}, Size{1080, 1920}, Size{1280, 720}, Size{3840, 2160});
  HeadlessScreen screen(size.width, size.height);
  const auto pages = all_pages();
  screen.draw(page(pages, "qr"));
  const auto read = testing::read_qr_codes(testing::grey(screen.picture()));
  CHECK(read ==
        std::vector<std::string>{"https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=1.001193"});
  screen.draw(page(pages, "refused"));
  CHECK(testing::read_qr_codes(testing::grey(screen.picture())).empty());
}

TEST_CASE("the modules of a code are square and pure black on pure white", "[picture]") {
  HeadlessScreen screen(1920, 1080);
  const auto pages = all_pages();
  screen.draw(page(pages, "qr"));
  const raster::Image image = screen.picture();
  const qr::Code code = *std::get<QrView>(page(pages, "qr").body).code;
  // The first black pixel that starts the upper left finder: seven modules of black, then white.
  constexpr raster::Argb kWhite = 0xFFFFFFFF;
  const auto black = std::ranges::find(image.argb, raster::kOpaque);
  REQUIRE(black != image.argb.end());
  const auto at = static_cast<std::size_t>(black - image.argb.begin());
  const auto end = std::find(black, image.argb.end(), kWhite);
  const auto module = static_cast<std::size_t>((end - black) / 7);
  REQUIRE(module >= 8);
  const auto side = static_cast<std::size_t>(code.size) * module;
  int wrong = 0;
  for (std::size_t y = 0; y < side; ++y) {
    for (std::size_t x = 0; x < side; ++x) {
      const bool dark = code.dark(static_cast<int>(x / module), static_cast<int>(y / module));
      const raster::Argb wanted = dark ? raster::kOpaque : kWhite;
      if (image.argb[at + y * 1920 + x] != wanted) ++wrong;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("the marks of stacked capitals are not clipped by anything drawn after them", "[picture]") {
  // The tallest and the deepest letters of Vietnamese in the title of the header, which has least room.
  HeadlessScreen screen(1920, 1080);
  auto pages = all_pages();
  View view = page(pages, "guide");
  const auto draw = [&](const std::string& title) {
    view.chrome.header.title = title;
    screen.draw(view);
    return screen.picture();
  };
  const raster::Image bare = draw("AU");
  const raster::Image marked = draw("ẪỮ");
  const raster::Image low = draw("ẬỤ");
  int above = 1080;
  int below = 0;
  for (int y = 0; y < 164; ++y) {
    for (int x = 0; x < 1920; ++x) {
      const auto i = static_cast<std::size_t>(y) * 1920 + static_cast<std::size_t>(x);
      if (ink(marked.argb[i], bare.argb[i])) above = std::min(above, y);
      if (ink(low.argb[i], bare.argb[i])) below = std::max(below, y);
    }
  }
  const auto& texts = screen.drawn().texts;
  const auto title = std::ranges::find(texts, "ẬỤ", &screens::Inspection::Text::text);
  REQUIRE(title != texts.end());
  // Capitals with two marks rise to 1.26 em over the line, and a dot below hangs 0.2 em under it.
  const float cap_top = title->box.middle_y() - 0.37F * title->em;
  CHECK(static_cast<float>(above) < cap_top - 0.15F * title->em);
  CHECK(static_cast<float>(below) > title->box.middle_y() + 0.37F * title->em + 0.1F * title->em);
}
