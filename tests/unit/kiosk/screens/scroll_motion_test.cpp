// A page under a finger: what moves it, where it comes to rest, and what is no tap any more.

#include "kiosk/screens/widgets/scroll_motion.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

using namespace conglang::screens;

namespace {

constexpr float kFrame = 1.0F / 60;
constexpr Rect kViewport{0, 100, 400, 600};

// A page of rows of 100, 2,000 long behind its viewport, and the model that keeps where it rests.
class Page {
 public:
  explicit Page(Pace pace = Pace::running_on) : pace_(pace) {}

  void frame(Finger finger) {
    motion_.begin_frame(name, finger, kFrame, pace_);
    const auto place = motion_.follow(kViewport, resting, track());
    if (place.rest) resting = *place.rest;
    offset = place.offset;
    farthest_seen = std::max(farthest_seen, offset);
    took_touch = motion_.takes_touch();
  }

  // A finger from `y` upward by `up` in `frames`, and then `held` frames without moving.
  void drag(float y, float up, int frames, int held = 0) {
    frame({200, y, true});
    for (int i = 1; i <= frames; ++i)
      frame({200, y - up * static_cast<float>(i) / static_cast<float>(frames), true});
    for (int i = 0; i < held; ++i) frame({200, y - up, true});
  }

  int run() {
    int frames = 0;
    for (; frames < 1000 && motion_.is_running(); ++frames) frame({200, 0, false});
    return frames;
  }

  bool running() const { return motion_.is_running(); }

  std::string name = "list";
  float resting = 0;
  float offset = 0;
  float farthest_seen = 0;
  bool took_touch = false;

 private:
  static Track track() {
    return {2000, [](float at) { return std::round(at / 100) * 100; }};
  }

  Pace pace_;
  ScrollMotion motion_;
};

}  // namespace

TEST_CASE("a drag pulls the page along by as much as the finger moves", "[scroll]") {
  Page page;
  page.drag(600, 320, 20);
  CHECK(page.offset == 320 - 32);  // the first 32 made it a drag
  CHECK(page.took_touch);
}

TEST_CASE("a press that stays within five millimetres is a tap", "[scroll]") {
  Page page;
  page.drag(600, ScrollMotion::kSlop, 5);
  CHECK(page.offset == 0);
  CHECK_FALSE(page.took_touch);
  page.frame({200, 580, false});
  CHECK_FALSE(page.took_touch);
  CHECK_FALSE(page.running());
}

TEST_CASE("a page that was pushed runs on and rests where a row begins", "[scroll]") {
  Page page;
  page.drag(600, 300, 10);
  const float let_go = page.offset;
  page.frame({200, 300, false});
  CHECK(page.took_touch);  // the release is no tap
  REQUIRE(page.running());
  CHECK(page.run() < 300);
  CHECK(page.resting > let_go + 100);
  CHECK(std::fmod(page.resting, 100.0F) == 0);
  CHECK(page.farthest_seen <= page.resting);
}

TEST_CASE("a finger that waits before it lets go gives no push", "[scroll]") {
  Page page;
  page.drag(600, 320, 10, 30);
  page.frame({200, 280, false});
  page.run();
  CHECK(page.resting == 300);
}

TEST_CASE("with reduced motion the page rests in the frame that the finger leaves", "[scroll]") {
  Page page(Pace::cut);
  page.drag(600, 300, 10);
  page.frame({200, 300, false});
  CHECK_FALSE(page.running());
  CHECK(page.resting == 300);
}

TEST_CASE("neither end is passed, however hard the push", "[scroll]") {
  Page page;
  page.drag(680, 570, 4);
  page.frame({200, 110, false});
  page.run();
  CHECK(page.resting == 2000);
  page.drag(110, -570, 4);
  page.frame({200, 680, false});
  page.run();
  CHECK(page.resting == 0);
}

TEST_CASE("a touch stops a page that runs, and taps nothing", "[scroll]") {
  Page page;
  page.drag(600, 300, 5);
  page.frame({200, 300, false});
  for (int i = 0; i < 5; ++i) page.frame({200, 300, false});
  const float stopped = page.offset;
  page.frame({200, 300, true});
  CHECK(page.took_touch);
  CHECK(page.offset == stopped);
  page.frame({200, 300, false});
  CHECK(page.took_touch);
  page.run();
  CHECK(std::abs(page.resting - stopped) <= 50);
}

TEST_CASE("a touch beside the viewport moves nothing", "[scroll]") {
  Page page;
  page.frame({200, 750, true});
  page.frame({200, 300, true});
  CHECK(page.offset == 0);
  CHECK_FALSE(page.took_touch);
}

TEST_CASE("what moves on one page does not move on the next", "[scroll]") {
  Page page;
  page.drag(600, 300, 5);
  page.frame({200, 300, false});
  REQUIRE(page.running());
  page.name = "guide";
  page.frame({200, 300, false});
  CHECK(page.offset == 0);
  CHECK_FALSE(page.running());
}
