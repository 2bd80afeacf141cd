// A real window on a real X server: what of a frame comes to the display, and when.

#include "kiosk/platform/window.h"

#include <SDL.h>
#include <imgui.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <optional>

#include "kiosk/picture/fonts.h"
#include "tests/folders.h"
#include "tests/support/display.h"

using namespace conglang;
using namespace conglang::platform;
using conglang::testing::Display;
using conglang::testing::eventually;
using conglang::testing::GreyImage;
using raster::Rotation;
using std::chrono::milliseconds;

namespace {

constexpr int kWidth = 480;
constexpr int kHeight = 320;

struct Square {
  float x = 0;
  float y = 0;
  float side = 40;
};

// Opens a window of its own server; draws white squares on black.
struct Screen {
  Display display{kWidth, kHeight};
  std::optional<Window> window;

  explicit Screen(Drawing drawing = Drawing::memory, Rotation rotation = Rotation::none) {
    ::setenv("DISPLAY", display.name().c_str(), 1);
    ::setenv("SDL_VIDEODRIVER", "x11", 1);
    auto opened = Window::open({"test", kWidth, kHeight, true, drawing, rotation});
    REQUIRE(opened);
    window.emplace(*std::move(opened));
    REQUIRE(picture::load_fonts(CONGLANG_BIN_DIR "/../share/conglang"));
  }

  bool draw(const std::vector<Square>& squares) {
    return window->frame([&] {
      ImDrawList* const list = ImGui::GetBackgroundDrawList();
      for (const Square& one : squares) {
        list->AddRectFilled({one.x, one.y}, {one.x + one.side, one.y + one.side}, IM_COL32_WHITE);
      }
    });
  }
  bool is_white(int x, int y) {
    const GreyImage picture = display.picture();
    return picture.pixels[static_cast<std::size_t>(y * picture.width + x)] > 200;
  }
  // Events that came with the window's opening.
  void settle() {
    while (window->wait(milliseconds(200)).draw) draw({});
  }
};

}  // namespace

TEST_CASE("a frame is on the display when it has been presented", "[platform]") {
  for (const Drawing drawing : {Drawing::memory, Drawing::renderer}) {
    Screen screen(drawing);
    CHECK(screen.draw({{100, 60}}));
    REQUIRE(eventually([&] { return screen.is_white(120, 80); }));
    CHECK_FALSE(screen.is_white(200, 80));
    CHECK(screen.draw({{180, 60}}));
    REQUIRE(eventually([&] { return screen.is_white(200, 80); }));
    CHECK_FALSE(screen.is_white(120, 80));
  }
}

TEST_CASE("a turned panel shows the picture turned", "[platform]") {
  struct Case {
    Rotation rotation;
    int x;
    int y;
  };
  // A square in the picture's upper left corner.
  for (const Drawing drawing : {Drawing::memory, Drawing::renderer}) {
    for (const Case& one :
         {Case{Rotation::quarter, kWidth - 20, 20}, Case{Rotation::half, kWidth - 20, kHeight - 20},
          Case{Rotation::three_quarters, 20, kHeight - 20}}) {
      Screen screen(drawing, one.rotation);
      CHECK(screen.window->width() == (one.rotation == Rotation::half ? kWidth : kHeight));
      screen.draw({{0, 0}});
      CHECK(eventually([&] { return screen.is_white(one.x, one.y); }));
      CHECK_FALSE(screen.is_white(20, 20));
    }
  }
}

TEST_CASE("a window that changes its size is drawn again in whole", "[platform]") {
  Screen screen;
  screen.draw({{100, 60}});
  screen.settle();
  screen.display.resize_window(kWidth - 100, kHeight - 60);
  CHECK(screen.window->wait(milliseconds(5000)).draw);
  screen.draw({{100, 60}});
  CHECK(screen.window->width() == kWidth - 100);
  CHECK(eventually([&] { return screen.is_white(120, 80); }));
}

TEST_CASE("at rest the window sleeps as long as it is told to", "[platform]") {
  Screen screen;
  screen.draw({});
  screen.settle();
  const auto begin = std::chrono::steady_clock::now();
  const Wake wake = screen.window->wait(milliseconds(700));
  CHECK_FALSE(wake.draw);
  CHECK(std::chrono::steady_clock::now() - begin >= milliseconds(650));
}

TEST_CASE("other threads wake the window by name", "[platform]") {
  Screen screen;
  screen.draw({});
  screen.settle();
  Window::announce_content();
  CHECK(screen.window->wait(milliseconds(5000)).content);
  Window::announce_pictures();
  CHECK(screen.window->wait(milliseconds(5000)).pictures);
  Window::request_quit();
  CHECK(screen.window->wait(milliseconds(5000)).quit);
}

TEST_CASE("a pointer reaches ImGui where it was pressed", "[platform]") {
  Screen screen;
  screen.draw({});
  screen.settle();
  screen.display.tap(150, 90);
  CHECK(screen.window->wait(milliseconds(5000)).draw);
  screen.draw({});
  CHECK(ImGui::GetIO().MousePos.x == 150);
  CHECK(ImGui::GetIO().MousePos.y == 90);
}
