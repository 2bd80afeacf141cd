// Fingers as SDL reports them, and what ImGui is told. What real touches do is tested in tests/e2e.

#include "kiosk/platform/touch_input.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <set>

#include "kiosk/picture/fonts.h"
#include "kiosk/picture/imgui_session.h"
#include "tests/folders.h"

using namespace conglang;
using namespace conglang::platform;
using raster::Rotation;

namespace {

// A panel of 200 x 100 with one button, 20 x 20 at 40, 30 of the picture.
struct Screen {
  picture::ImGuiSession session;
  Result<screens::Fonts> fonts = picture::load_fonts(CONGLANG_BIN_DIR "/../share/conglang");
  Panel panel{{200, 100}, Rotation::none};
  std::set<SDL_FingerID> lost;
  TouchInput touch{[this](SDL_TouchID, SDL_FingerID finger) { return !lost.contains(finger); }};
  int clicks = 0;
  Uint32 now_ms = 1000;

  Screen() { frames(); }

  void finger(Uint32 type, SDL_FingerID id, float x, float y) {
    SDL_Event event{};
    event.type = type;
    event.tfinger.type = type;
    event.tfinger.timestamp = now_ms;
    event.tfinger.touchId = 7;
    event.tfinger.fingerId = id;
    event.tfinger.x = x / 200;
    event.tfinger.y = y / 100;
    touch.take(event, panel, ImGui::GetIO());
    frames();
  }
  void down(SDL_FingerID id, float x = 50, float y = 40) { finger(SDL_FINGERDOWN, id, x, y); }
  void move(SDL_FingerID id, float x, float y) { finger(SDL_FINGERMOTION, id, x, y); }
  void up(SDL_FingerID id, float x = 50, float y = 40) { finger(SDL_FINGERUP, id, x, y); }

  void mouse(Uint32 type, int x, int y, Uint32 which = 0) {
    SDL_Event event{};
    event.type = type;
    event.button.which = which;
    event.button.button = SDL_BUTTON_LEFT;
    event.button.x = x;
    event.button.y = y;
    touch.take(event, panel, ImGui::GetIO());
    frames();
  }

  // ImGui spreads input over frames.
  void frames() {
    for (int i = 0; i < 4; ++i) {
      const raster::Size size = raster::turned(panel.display, panel.rotation);
      ImGui::GetIO().DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
      ImGui::GetIO().DeltaTime = 0.02F;
      ImGui::NewFrame();
      ImGui::SetNextWindowPos({0, 0});
      ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
      ImGui::Begin("screen", nullptr, ImGuiWindowFlags_NoDecoration);
      ImGui::SetCursorScreenPos({40, 30});
      clicks += ImGui::InvisibleButton("button", {20, 20}) ? 1 : 0;
      ImGui::End();
      ImGui::Render();
    }
  }
};

}  // namespace

TEST_CASE("a finger that comes and goes on a button touches it once", "[platform]") {
  Screen screen;
  screen.down(1);
  CHECK(ImGui::GetIO().MouseDown[0]);
  screen.up(1);
  CHECK(screen.clicks == 1);
  CHECK_FALSE(ImGui::GetIO().MouseDown[0]);
}

TEST_CASE("the second tap of two does not fall on the page that the first has opened", "[platform]") {
  Screen screen;
  const auto tap = [&screen] {
    screen.down(1);
    screen.now_ms += 60;
    screen.up(1);
    screen.now_ms += 150;
  };
  tap();
  screen.touch.page_turned();
  tap();
  CHECK(screen.clicks == 1);
  CHECK_FALSE(ImGui::GetIO().MouseDown[0]);
  // The next one counts: two on one key of a keyboard, one after a pause, or elsewhere.
  tap();
  tap();
  CHECK(screen.clicks == 3);
  screen.touch.page_turned();
  screen.now_ms += 400;
  tap();
  CHECK(screen.clicks == 4);
  screen.down(1, 150, 80);
  screen.up(1, 150, 80);
  screen.touch.page_turned();
  tap();
  CHECK(screen.clicks == 5);
}

TEST_CASE("a finger that slides off the button touches nothing", "[platform]") {
  Screen screen;
  screen.down(1);
  screen.move(1, 120, 40);
  screen.up(1, 120, 40);
  CHECK(screen.clicks == 0);
}

TEST_CASE("who leans on the panel with one hand can point with the other", "[platform]") {
  Screen screen;
  screen.down(1, 150, 80);
  screen.down(2);
  screen.up(2);
  CHECK(screen.clicks == 1);
  screen.down(3);
  screen.up(3);
  CHECK(screen.clicks == 2);
  screen.up(1, 150, 80);
  CHECK(screen.clicks == 2);
}

TEST_CASE("of two fingers on the button one counts", "[platform]") {
  Screen screen;
  screen.down(1);
  screen.down(2);
  screen.up(1);
  screen.up(2);
  CHECK(screen.clicks == 1);
}

TEST_CASE("a palm or ten fingers touch nothing, and the next finger does", "[platform]") {
  Screen screen;
  const int fingers = GENERATE(3, 10);
  for (int i = 1; i <= fingers; ++i) screen.down(i);
  for (int i = 1; i <= fingers; ++i) screen.up(i);
  CHECK(screen.clicks == 0);
  CHECK_FALSE(ImGui::GetIO().MouseDown[0]);
  screen.down(20);
  screen.up(20);
  CHECK(screen.clicks == 1);
}

TEST_CASE("a palm that leaves one finger behind touches nothing until that is gone", "[platform]") {
  Screen screen;
  for (int i = 1; i <= 3; ++i) screen.down(i);
  screen.up(1);
  screen.up(2);
  screen.down(4);
  screen.up(4);
  CHECK(screen.clicks == 0);
  screen.up(3);
  screen.down(5);
  screen.up(5);
  CHECK(screen.clicks == 1);
}

TEST_CASE("fingers of a touch screen that was unplugged are forgotten", "[platform]") {
  Screen screen;
  for (int i = 1; i <= 4; ++i) screen.down(i);
  screen.lost = {1, 2, 3, 4};
  screen.touch.forget_lost(ImGui::GetIO());
  screen.down(5);
  screen.up(5);
  CHECK(screen.clicks == 1);
}

TEST_CASE("a finger that is lost on a button touches nothing", "[platform]") {
  Screen screen;
  screen.down(1);
  screen.lost = {1};
  CHECK(screen.touch.forget_lost(ImGui::GetIO()));
  screen.frames();
  screen.lost = {};
  screen.up(1);
  CHECK(screen.clicks == 0);
}

TEST_CASE("a palm whose touches are all told at once touches nothing", "[platform]") {
  Screen screen;
  // By then the panel itself knows of no finger any more.
  for (int i = 1; i <= 10; ++i) screen.lost.insert(i);
  for (int i = 1; i <= 10; ++i) screen.down(i);
  for (int i = 1; i <= 10; ++i) screen.up(i);
  CHECK(screen.clicks == 0);
  screen.touch.forget_lost(ImGui::GetIO());
  screen.down(11);
  screen.up(11);
  CHECK(screen.clicks == 1);
}

TEST_CASE("a turned panel is touched where its picture is", "[platform]") {
  struct Place {
    Rotation rotation;
    float x;
    float y;
  };
  // The middle of the button, 50, 40 of the picture.
  for (const Place& one : {Place{Rotation::none, 50, 40}, Place{Rotation::quarter, 160, 50},
                           Place{Rotation::half, 150, 60}, Place{Rotation::three_quarters, 40, 50}}) {
    Screen screen;
    screen.panel.rotation = one.rotation;
    screen.down(1, one.x, one.y);
    screen.up(1, one.x, one.y);
    CHECK(screen.clicks == 1);
    screen.mouse(SDL_MOUSEBUTTONDOWN, static_cast<int>(one.x), static_cast<int>(one.y));
    screen.mouse(SDL_MOUSEBUTTONUP, static_cast<int>(one.x), static_cast<int>(one.y));
    CHECK(screen.clicks == 2);
  }
}

TEST_CASE("a mouse that SDL makes of a finger is not a second touch", "[platform]") {
  Screen screen;
  screen.mouse(SDL_MOUSEBUTTONDOWN, 50, 40, SDL_TOUCH_MOUSEID);
  screen.mouse(SDL_MOUSEBUTTONUP, 50, 40, SDL_TOUCH_MOUSEID);
  CHECK(screen.clicks == 0);
}

TEST_CASE("a pointer that leaves the window while it is held presses nothing any more", "[platform]") {
  Screen screen;
  screen.mouse(SDL_MOUSEBUTTONDOWN, 50, 40);
  SDL_Event event{};
  event.type = SDL_WINDOWEVENT;
  event.window.event = SDL_WINDOWEVENT_LEAVE;
  screen.touch.take(event, screen.panel, ImGui::GetIO());
  screen.frames();
  CHECK(screen.clicks == 0);
  CHECK_FALSE(ImGui::GetIO().MouseDown[0]);
}
