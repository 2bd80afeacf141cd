// Real touches: XI2, as those of a panel, and turned panels.

#include <signal.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/e2e/village.h"
#include "tests/support/qr_reader.h"
#include "tests/support/touch_screen.h"

using namespace conglang;
using namespace conglang::testing;

namespace {

constexpr const char* kBirthLink = "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=1.001193";

// Touches and waits until the picture is another and at rest.
GreyImage touch_and_look(TouchScreen& screen, Point point) {
  const GreyImage before = screen.display().steady_picture();
  screen.tap(point.x, point.y);
  CHECK(eventually([&] { return difference(before, screen.display().picture()) > 0.001; }));
  return screen.display().steady_picture();
}

// A kiosk at its home page, on a touch screen.
struct OpenTouchKiosk {
  Village village;
  TouchScreen screen{1920, 1080};
  std::unique_ptr<Process> kiosk;

  explicit OpenTouchKiosk(const Arguments& more = {}) {
    REQUIRE(village.sync().status == 0);
    kiosk = village.start_kiosk(screen.display(), {}, more);
    wait_for_first_page(screen.display());
  }
};

GreyImage turned_clockwise(const GreyImage& picture, int quarters) {
  if (quarters == 0) return picture;
  GreyImage turned{picture.height, picture.width, std::vector<unsigned char>(picture.pixels.size())};
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      const int to = x * turned.width + (turned.width - 1 - y);
      turned.pixels[static_cast<std::size_t>(to)] =
          picture.pixels[static_cast<std::size_t>(y * picture.width + x)];
    }
  }
  return turned_clockwise(turned, quarters - 1);
}

}  // namespace

TEST_CASE("three fingertips on a touch screen lead from home to the code", "[e2e]") {
  OpenTouchKiosk open;
  touch_and_look(open.screen, kMostAskedFirst);
  touch_and_look(open.screen, kFirstCase);
  CHECK(read_qr_codes(touch_and_look(open.screen, kPrimaryButton)) == std::vector<std::string>{kBirthLink});
}

TEST_CASE("a palm, ten fingers and an arm that leans on the panel do no harm", "[e2e]") {
  OpenTouchKiosk open;
  const GreyImage home = open.screen.display().steady_picture();

  for (unsigned finger = 1; finger <= 10; ++finger) {
    open.screen.down(finger, kMostAskedFirst.x - 100 + static_cast<int>(finger) * 12, kMostAskedFirst.y);
  }
  for (unsigned finger = 1; finger <= 10; ++finger) {
    open.screen.up(finger, kMostAskedFirst.x - 100 + static_cast<int>(finger) * 12, kMostAskedFirst.y);
  }
  CHECK(difference(home, open.screen.display().steady_picture()) == 0);

  // The other hand rests in a corner and the first one points.
  open.screen.down(20, 30, 540);
  touch_and_look(open.screen, kMostAskedFirst);
  open.screen.up(20, 30, 540);
  touch_and_look(open.screen, kFirstCase);
  CHECK(open.kiosk->running());
}

TEST_CASE("a touch screen that is lost and found again works again", "[e2e]") {
  OpenTouchKiosk open;
  const GreyImage home = open.screen.display().steady_picture();

  // Lost while a finger is on it: the X server lifts it, where nothing is.
  open.screen.down(1, 30, 540);
  open.screen.unplug();
  open.screen.plug_in();
  CHECK(difference(home, open.screen.display().steady_picture()) == 0);
  touch_and_look(open.screen, kMostAskedFirst);
  CHECK(open.kiosk->running());
}

TEST_CASE("a turned panel shows the same picture turned, and is touched where it is seen", "[e2e]") {
  Village village;
  REQUIRE(village.sync().status == 0);
  for (const int quarters : {1, 2, 3}) {
    const bool sideways = quarters != 2;
    const Point point = sideways ? Point{540, 900} : kMostAskedFirst;
    Display upright(sideways ? 1080 : 1920, sideways ? 1920 : 1080);
    TouchScreen screen(1920, 1080);
    const auto reference = village.start_kiosk(upright, {}, {"--fullscreen"});
    const auto kiosk = village.start_kiosk(screen.display(), {},
                                           {"--fullscreen", "--rotate", std::to_string(quarters * 90)});
    wait_for_first_page(upright);
    wait_for_first_page(screen.display());
    const auto same = [&] {
      return difference(turned_clockwise(upright.picture(), quarters), screen.display().picture()) < 0.001;
    };
    CHECK(eventually(same));

    upright.tap(point.x, point.y);
    // The pixel that the turned one is seen at.
    const int width = upright.picture().width;
    const int height = upright.picture().height;
    const Point seen = quarters == 1   ? Point{height - 1 - point.y, point.x}
                       : quarters == 2 ? Point{width - 1 - point.x, height - 1 - point.y}
                                       : Point{point.y, width - 1 - point.x};
    const GreyImage before = screen.display().steady_picture();
    screen.tap(seen.x, seen.y);
    CHECK(eventually([&] { return difference(before, screen.display().picture()) > 0.01; }));
    CHECK(eventually(same));
    CHECK(kiosk->stop(SIGTERM) == 0);
    CHECK(reference->stop(SIGTERM) == 0);
  }
}

TEST_CASE("a panel that comes up in another mode, or is exchanged, is filled again", "[e2e]") {
  OpenTouchKiosk open({"--fullscreen"});
  const GreyImage home = open.screen.display().steady_picture();

  open.screen.change_mode(960, 540);
  Display small(960, 540);
  const auto reference = open.village.start_kiosk(small, {}, {"--fullscreen"});
  wait_for_first_page(small);
  CHECK(eventually([&] { return difference(small.picture(), open.screen.display().picture()) < 0.001; }));
  open.screen.change_mode(1920, 1080);
  CHECK(eventually([&] { return difference(home, open.screen.display().picture()) < 0.01; }));
  touch_and_look(open.screen, kMostAskedFirst);
}

TEST_CASE("a kiosk whose display server dies ends, to be started with the next one", "[e2e]") {
  Village village;
  REQUIRE(village.sync().status == 0);
  Display display(1920, 1080);
  const auto kiosk = village.start_kiosk(display);
  wait_for_first_page(display);
  display.stop_server();
  CHECK(eventually([&] { return !kiosk->running(); }));
}
