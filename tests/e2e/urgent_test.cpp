// What stands before everything on an open screen.

#include <catch2/catch_test_macros.hpp>

#include "tests/e2e/village.h"

using namespace conglang;
using namespace conglang::testing;

namespace {

constexpr const char* kStorm = "communes/09784/notices/mua-bao.json";

struct OpenGuide {
  Village village;
  Display display{1920, 1080};
  std::unique_ptr<Process> agent;
  std::unique_ptr<Process> kiosk;
  GreyImage guide;

  OpenGuide() {
    REQUIRE(village.sync().status == 0);
    agent = village.start_agent();
    kiosk = village.start_kiosk(display);
    wait_for_first_page(display);
    tap_and_look(display, kMostAskedFirst);
    guide = tap_and_look(display, kFirstCase);
  }

  // Nearly every pixel of the screen is another one.
  bool covers() { return difference(guide, display.picture()) > 0.8; }
  bool is_back() { return difference(guide, display.picture()) < 0.02; }
};

}  // namespace

TEST_CASE("an urgent notice takes the screen under a reader, and one touch gives the guide back", "[e2e]") {
  OpenGuide screen;
  screen.village.edit(kStorm, [](nlohmann::json& notice) {
    notice["from"] = "2026-01-01";
    notice["until"] = "2099-12-31";
  });
  screen.village.publish();
  REQUIRE(eventually([&] { return screen.covers(); }, std::chrono::seconds(30)));
  tap_and_look(screen.display, kStart);
  CHECK(screen.is_back());
}

TEST_CASE("the emergency role's order stands on an open screen whatever is touched, until it is taken back",
          "[e2e]") {
  OpenGuide screen;
  screen.village.emergency({"replace", "--title", "Vỡ đê", "--text", "Bà con lên chỗ cao ngay."});
  REQUIRE(eventually([&] { return screen.covers(); }, std::chrono::seconds(30)));
  screen.display.tap(kStart.x, kStart.y);
  screen.display.tap(960, 540);
  screen.display.steady_picture();
  CHECK(screen.covers());
  screen.village.emergency({"lift"});
  CHECK(eventually([&] { return screen.is_back(); }, std::chrono::seconds(30)));
}
