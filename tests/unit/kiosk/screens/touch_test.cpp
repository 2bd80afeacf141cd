// What a finger does: pressed is drawn in the frame of the touch, an action comes with its release.

#include <catch2/catch_test_macros.hpp>

#include "tests/support/headless_screen.h"
#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::testing::HeadlessScreen;
using Walker = conglang::kiosk::test::Kiosk;

TEST_CASE("a tile opens its topic when the finger leaves it, in that frame", "[screens]") {
  HeadlessScreen screen(1920, 1080);
  const View home = Walker().view();
  const std::string topic = std::get<HomeView>(home.body).tiles.front().topic;
  screen.draw(home);
  screen.press("tile " + topic);
  CHECK_FALSE(screen.draw(home));
  screen.release();
  const auto action = screen.draw(home);
  REQUIRE(action);
  REQUIRE(std::holds_alternative<OpenTopic>(*action));
  CHECK(std::get<OpenTopic>(*action).id == topic);
}

TEST_CASE("a finger that slides off a button does not press it", "[screens]") {
  HeadlessScreen screen(1920, 1080);
  const View home = Walker().view();
  screen.draw(home);
  screen.press("tile " + std::get<HomeView>(home.body).tiles.front().topic);
  screen.draw(home);
  ImGui::GetIO().AddMousePosEvent(960, 190);
  screen.draw(home);
  screen.release();
  const auto action = screen.draw(home);
  REQUIRE(action);
  CHECK(std::holds_alternative<Touched>(*action));
}

TEST_CASE("a button that cannot be used is no target", "[screens]") {
  HeadlessScreen screen(1920, 1080);
  screen.draw(Walker().view());
  for (const auto& target : screen.drawn().targets) CHECK(target.id != "back");
}

TEST_CASE("a finger that lands a little below a control touches it, since hands hang", "[screens]") {
  HeadlessScreen screen(1920, 1080);
  const View home = Walker().view();
  screen.draw(home);
  for (const auto& target : std::vector(screen.drawn().targets)) {
    INFO(target.id);
    screen.touch(target.box.middle_x(), target.box.bottom() + 7);
    screen.draw(home);
    screen.release();
    const auto action = screen.draw(home);
    REQUIRE(action);
    CHECK_FALSE(std::holds_alternative<Touched>(*action));
  }
}
