// Which parts of the screen a frame changes.

#include "kiosk/raster/damage.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "kiosk/raster/raster.h"
#include "tests/support/draw_list.h"

using namespace conglang;
using namespace conglang::raster;
using conglang::testing::HandMadeDrawing;
using conglang::testing::HandMadeTexture;

namespace {

constexpr int kWidth = 300;
constexpr int kHeight = 200;

struct Rectangle {
  ImVec2 from;
  ImVec2 to;
  ImU32 color;
};

// Frames of rectangles on a white page, as a screen makes them.
struct Screen {
  HandMadeTexture white{ImTextureFormat_Alpha8, 4, 4};
  Damage damage;
  Image shown{kWidth, kHeight};

  std::vector<Box> frame(const std::vector<Rectangle>& rectangles) {
    HandMadeDrawing drawing(white, kWidth, kHeight);
    drawing.rectangle({0, 0}, {kWidth, kHeight}, IM_COL32_WHITE);
    for (const Rectangle& one : rectangles) drawing.rectangle(one.from, one.to, one.color);
    const auto boxes = damage.since_last(drawing.data(), kWidth, kHeight);
    for (const Box& box : boxes) draw_anew(drawing.data(), shown.pixels(), box);
    return boxes;
  }

  static Image from_nothing(const std::vector<Rectangle>& rectangles) {
    Screen screen;
    screen.frame(rectangles);
    return screen.shown;
  }
};

int area(const std::vector<Box>& boxes) {
  int sum = 0;
  for (const Box& box : boxes) sum += box.width() * box.height();
  return sum;
}

const Rectangle kButton{{40, 50}, {90, 70}, IM_COL32(20, 120, 60, 255)};

}  // namespace

TEST_CASE("the first frame changes everything, the same again nothing", "[raster]") {
  Screen screen;
  CHECK(screen.frame({kButton}) == std::vector<Box>{{0, 0, kWidth, kHeight}});
  CHECK(screen.frame({kButton}).empty());
  screen.damage.forget();
  CHECK(screen.frame({kButton}) == std::vector<Box>{{0, 0, kWidth, kHeight}});
}

TEST_CASE("a button that changes its colour is drawn again, and little around it", "[raster]") {
  Screen screen;
  screen.frame({kButton});
  Rectangle pressed = kButton;
  pressed.color = IM_COL32(10, 60, 30, 255);
  const auto boxes = screen.frame({pressed});
  REQUIRE(boxes.size() == 1);
  CHECK(boxes[0].left <= 40);
  CHECK(boxes[0].right >= 90);
  CHECK(boxes[0].top <= 50);
  CHECK(boxes[0].bottom >= 70);
  CHECK(area(boxes) < kWidth * kHeight / 4);
  CHECK(screen.shown == Screen::from_nothing({pressed}));
}

TEST_CASE("what moved is drawn again where it was and where it is", "[raster]") {
  Screen screen;
  screen.frame({kButton});
  Rectangle moved = kButton;
  moved.from.x += 180;
  moved.to.x += 180;
  CHECK(screen.frame({moved}).size() == 2);
  CHECK(screen.shown == Screen::from_nothing({moved}));
}

TEST_CASE("two things that change places in depth are drawn again", "[raster]") {
  Screen screen;
  const Rectangle other{{60, 55}, {120, 90}, IM_COL32(200, 0, 0, 255)};
  screen.frame({kButton, other});
  CHECK_FALSE(screen.frame({other, kButton}).empty());
  CHECK(screen.shown == Screen::from_nothing({other, kButton}));
}

TEST_CASE("a texture with other pixels changes what is drawn with it", "[raster]") {
  Screen screen;
  screen.frame({kButton});
  ++screen.white.data().UniqueID;
  CHECK_FALSE(screen.frame({kButton}).empty());
}

TEST_CASE("many scattered changes become one part around them", "[raster]") {
  Screen screen;
  screen.frame({});
  std::vector<Rectangle> dots;
  for (int i = 0; i < 20; ++i) {
    const auto x = static_cast<float>(i % 5 * 64 + 10);
    const auto y = static_cast<float>(i / 5 * 60 + 5);
    dots.push_back({{x, y}, {x + 3, y + 3}, IM_COL32_BLACK});
  }
  CHECK(screen.frame(dots).size() == 1);
  CHECK(screen.shown == Screen::from_nothing(dots));
}

TEST_CASE("a hundred random frames drawn in parts equal the same drawn whole", "[raster]") {
  std::mt19937 random(20261127);  // the same every time
  const auto upto = [&random](int limit) {
    return static_cast<float>(random() % static_cast<unsigned>(limit * 4)) / 4;
  };
  std::vector<Rectangle> page;
  Screen screen;
  for (int round = 0; round < 100; ++round) {
    if (page.size() > 6) page.erase(page.begin() + static_cast<std::ptrdiff_t>(random() % page.size()));
    const ImVec2 from{upto(kWidth), upto(kHeight)};
    page.push_back({from, {from.x + upto(90), from.y + upto(90)}, static_cast<ImU32>(random())});
    screen.frame(page);
    REQUIRE(screen.shown == Screen::from_nothing(page));
  }
}
