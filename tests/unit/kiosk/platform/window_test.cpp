// A real window on a real X server: what of a frame comes to the display, and when.

#include "kiosk/platform/window.h"

#include <SDL.h>
#include <imgui.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
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
    REQUIRE(opened->drawing() == drawing);  // else both ways of drawing would be one
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

TEST_CASE("a window turns its picture and its touches while it is open", "[platform]") {
  for (const Drawing drawing : {Drawing::memory, Drawing::renderer}) {
    Screen screen(drawing);
    screen.draw({{0, 0}});
    REQUIRE(eventually([&] { return screen.is_white(20, 20); }));
    screen.settle();

    screen.window->turn(Rotation::quarter);
    CHECK(screen.window->drawing() == drawing);
    CHECK(screen.window->width() == kHeight);
    CHECK(screen.window->height() == kWidth);
    CHECK(screen.draw({{0, 0}}));
    CHECK(eventually([&] { return screen.is_white(kWidth - 20, 20) && !screen.is_white(20, 20); }));
    screen.settle();
    screen.display.tap(kWidth - 30, 50);
    CHECK(screen.window->wait(milliseconds(5000)).draw);
    screen.draw({});
    // A pixel of the panel has its middle in the picture's pixel.
    CHECK(std::abs(ImGui::GetIO().MousePos.x - 50) <= 1);
    CHECK(std::abs(ImGui::GetIO().MousePos.y - 30) <= 1);
    screen.settle();

    screen.window->turn(Rotation::none);
    CHECK(screen.window->width() == kWidth);
    CHECK(screen.draw({{0, 0}}));
    CHECK(eventually([&] { return screen.is_white(20, 20) && !screen.is_white(kWidth - 20, 20); }));
  }
}

TEST_CASE("where no graphics card can be used the window draws in memory, and says so", "[platform]") {
  const auto libraries = {"SDL_OPENGL_LIBRARY", "SDL_VIDEO_GL_DRIVER", "SDL_VIDEO_EGL_DRIVER"};
  for (const char* library : libraries) ::setenv(library, "/none/such", 1);
  Display display{kWidth, kHeight};
  ::setenv("DISPLAY", display.name().c_str(), 1);
  ::setenv("SDL_VIDEODRIVER", "x11", 1);
  auto window = Window::open({"test", kWidth, kHeight, true, Drawing::renderer, Rotation::none});
  for (const char* library : libraries) ::unsetenv(library);
  REQUIRE(window);
  CHECK(window->drawing() == Drawing::memory);
  REQUIRE(picture::load_fonts(CONGLANG_BIN_DIR "/../share/conglang"));
  CHECK(window->frame([] { ImGui::GetBackgroundDrawList()->AddRectFilled({0, 0}, {9, 9}, IM_COL32_WHITE); }));
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
