// Long pages under a finger, with the real screens: what is dragged is not tapped, what is at rest is whole,
// and no page scrolls without its pill.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/support/headless_screen.h"
#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::testing::HeadlessScreen;

namespace {

View long_list(int rows, TextSize size = TextSize::normal) {
  test::Kiosk kiosk;
  kiosk.does({OpenTopic{""}});
  if (size == TextSize::largest) kiosk.does({NextTextSize{}, NextTextSize{}});
  View view = kiosk.view();
  auto& list = std::get<ListView>(view.body);
  const RowView row = list.rows.front();
  list.rows.clear();
  for (int i = 0; i < rows; ++i) {
    list.rows.push_back(row);
    list.rows.back().guide = std::to_string(i);
  }
  return view;
}

const screens::Inspection::Target* target(const HeadlessScreen& screen, std::string_view id) {
  const auto& targets = screen.drawn().targets;
  const auto found = std::ranges::find(targets, id, &screens::Inspection::Target::id);
  return found == targets.end() ? nullptr : &*found;
}

std::string pill(const HeadlessScreen& screen) {
  const auto* const box = target(screen, "turn");
  if (box == nullptr) return {};
  for (const auto& text : screen.drawn().texts)
    if (text.box.x > box->box.x && text.box.right() < box->box.right() && text.box.y >= box->box.y - 10 &&
        text.box.bottom() <= box->box.bottom() + 10)
      return text.text;
  return {};
}

// Drags by `up` from the middle of the page, and waits until it rests.
std::optional<Action> drag(HeadlessScreen& screen, const View& view, float up, float y = 600) {
  screen.touch(600, y);
  screen.draw(view);
  for (int i = 1; i <= 10; ++i) {
    screen.move(600, y - up * static_cast<float>(i) / 10);
    screen.draw(view);
  }
  for (int i = 0; i < 12; ++i) screen.draw(view);  // holds still: no push
  screen.release();
  return screen.draw_until_still(view);
}

}  // namespace

TEST_CASE("a list is dragged to where a row begins, and opens nothing", "[screens][scroll]") {
  HeadlessScreen screen(1920, 1080);
  View view = long_list(40);
  screen.draw(view);
  REQUIRE(target(screen, "row 0") != nullptr);
  const auto action = drag(screen, view, 340);
  REQUIRE(action);
  REQUIRE(std::holds_alternative<ScrollTo>(*action));
  CHECK(std::get<ScrollTo>(*action).offset == 2 * 162);
  view.chrome.offset = std::get<ScrollTo>(*action).offset;
  screen.draw(view);
  CHECK(target(screen, "row 3") == nullptr);
  REQUIRE(target(screen, "row 4") != nullptr);
  CHECK(target(screen, "row 4")->box.y == 164 + 24 + 4);
}

TEST_CASE("a row is tapped wherever the list was scrolled to", "[screens][scroll]") {
  HeadlessScreen screen(1080, 1920);
  View view = long_list(40);
  view.chrome.offset = 10 * 162;
  screen.draw(view);
  screen.press("row 11");
  CHECK_FALSE(screen.draw(view));
  screen.release();
  const auto action = screen.draw(view);
  REQUIRE(action);
  REQUIRE(std::holds_alternative<OpenGuide>(*action));
  CHECK(std::get<OpenGuide>(*action).id == "11");
}

TEST_CASE("the pill counts what is still to come, leads there and at the end back to the top",
          "[screens][scroll]") {
  HeadlessScreen screen(1920, 1080);
  View view = long_list(20);
  std::vector<std::string> labels;
  for (int i = 0; i < 4; ++i) {
    screen.draw(view);
    labels.push_back(pill(screen));
    const auto action = screen.tap(view, "turn");
    REQUIRE(action);
    REQUIRE(std::holds_alternative<ScrollTo>(*action));
    view.chrome.offset = std::get<ScrollTo>(*action).offset;
  }
  CHECK(labels ==
        std::vector<std::string>{"Còn 12 việc nữa", "Còn 4 việc nữa", "Về đầu trang", "Còn 12 việc nữa"});
}

TEST_CASE("large text turns pages, and says which one this is", "[screens][scroll]") {
  HeadlessScreen screen(1920, 1080);
  screen.draw(long_list(8, TextSize::largest));
  CHECK(pill(screen) == "Xem tiếp 1/4");
}

TEST_CASE("what fits is not scrolled and has no pill", "[screens][scroll]") {
  HeadlessScreen screen(1920, 1080);
  const View view = long_list(8);
  screen.draw(view);
  CHECK(target(screen, "turn") == nullptr);
  const auto action = drag(screen, view, 340);
  REQUIRE(action);
  CHECK_FALSE(std::holds_alternative<ScrollTo>(*action));
}

TEST_CASE("every page that scrolls reaches its end by its pill alone", "[screens][scroll]") {
  const bool portrait = GENERATE(false, true);
  const bool large = GENERATE(false, true);
  HeadlessScreen screen(portrait ? 1080 : 1920, portrait ? 1920 : 1080);
  test::Kiosk kiosk;
  if (large) kiosk.does({NextTextSize{}, NextTextSize{}});
  kiosk.does({OpenGuide{"khai-sinh"}, ChooseCase{}});
  for (const Action& page : {Action(Touched{}), Action(OpenSteps{})}) {
    kiosk.does({page});
    std::set<std::string> seen;
    std::size_t turns = 0;
    do {
      screen.draw(kiosk.view());
      for (const auto& text : screen.drawn().texts)
        if (!text.at_edge) seen.insert(text.text);
      if (target(screen, "turn") == nullptr) break;
      const auto action = screen.tap(kiosk.view(), "turn");
      REQUIRE(action);
      kiosk.does({*action});
    } while (kiosk.view().chrome.offset > 0 && ++turns < 40);
    INFO((portrait ? "portrait " : "landscape ") << (large ? "large " : "") << kiosk.view().body.index());
    CHECK(turns < 40);
    CHECK((turns > 0 || !large));
    if (kiosk.shows<GuideView>())
      for (const PaperView& paper : kiosk.page<GuideView>().papers) CHECK(seen.contains(paper.name));
  }
}

TEST_CASE("five thousand rows cost no more than those that are seen", "[screens][scroll]") {
  HeadlessScreen screen(1920, 1080);
  View view = long_list(5670);
  view.chrome.offset = 1000 * 162;
  screen.draw(view);
  CHECK(screen.drawn().targets.size() < 20);
  REQUIRE(target(screen, "row 2000") != nullptr);
}
