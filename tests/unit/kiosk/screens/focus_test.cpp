// The keypad alone: a ring that walks over everything that may be touched.

#include "kiosk/screens/widgets/focus.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <set>

#include "tests/support/headless_screen.h"
#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using screens::Focus;
using screens::Rect;
using Press = screens::Key;
using conglang::testing::HeadlessScreen;
using Walker = conglang::kiosk::test::Kiosk;

namespace {

/// A frame of three by three targets called "row column".
void draw_grid(Focus& focus) {
  focus.begin_frame();
  for (int row = 0; row < 3; ++row)
    for (int column = 0; column < 3; ++column) {
      const Rect box{100.0F * static_cast<float>(column), 100.0F * static_cast<float>(row), 90, 90};
      const std::string id = std::to_string(row) + std::to_string(column);
      focus.meets(id, box);
      focus.reads("text " + id, box.inset(10));
    }
  focus.end_frame();
}

std::string after(Focus& focus, std::initializer_list<Press> keys) {
  for (const Press key : keys) {
    focus.press(key);
    draw_grid(focus);
  }
  return focus.name();
}

}  // namespace

TEST_CASE("arrows walk to the nearest target in their direction and stop at the edge", "[screens]") {
  Focus focus;
  draw_grid(focus);
  CHECK_FALSE(focus.ring());
  CHECK(after(focus, {Press::down}) == "text 00");
  CHECK(after(focus, {Press::right}) == "text 01");
  CHECK(after(focus, {Press::down, Press::down}) == "text 21");
  CHECK(after(focus, {Press::down}) == "text 21");
  CHECK(after(focus, {Press::left, Press::left, Press::up}) == "text 10");
}

TEST_CASE("a finger hides the ring, and the first arrow after it brings it up again", "[screens]") {
  Focus focus;
  draw_grid(focus);
  after(focus, {Press::right, Press::right});
  focus.hide();
  draw_grid(focus);
  CHECK_FALSE(focus.ring());
  CHECK(focus.name().empty());
  CHECK(after(focus, {Press::right}) == "text 00");
}

TEST_CASE("enter presses what the ring is around, once, and nothing without a ring", "[screens]") {
  Focus focus;
  draw_grid(focus);
  focus.press(Press::enter);
  focus.begin_frame();
  CHECK_FALSE(focus.meets("00", {0, 0, 90, 90}));
  focus.end_frame();
  focus.press(Press::enter);
  focus.begin_frame();
  CHECK(focus.meets("00", {0, 0, 90, 90}));
  focus.end_frame();
  focus.begin_frame();
  CHECK_FALSE(focus.meets("00", {0, 0, 90, 90}));
  focus.end_frame();
}

TEST_CASE("on a new page the ring goes to its first control and names it in the next frame", "[screens]") {
  Focus focus;
  draw_grid(focus);
  after(focus, {Press::right});
  const auto other_page = [&] {
    focus.begin_frame();
    focus.meets("other", {40, 40, 90, 90});
    focus.reads("another page", {50, 50, 20, 20});
    focus.end_frame();
  };
  other_page();
  CHECK_FALSE(focus.is_settled());
  other_page();
  CHECK(focus.is_settled());
  CHECK(focus.name() == "another page");
}

TEST_CASE("every control of every page is reached by arrows, and every one has a name", "[screens]") {
  const bool tall = GENERATE(false, true);
  HeadlessScreen screen(tall ? 1080 : 1920, tall ? 1920 : 1080);
  Walker kiosk;
  kiosk.does({SoundMoved{true}});
  const std::vector<std::vector<Action>> ways = {
      {},         {OpenTopic{}}, {OpenGuide{"khai-sinh"}}, {ChooseCase{"dung-han"}},
      {Listen{}}, {OpenSteps{}}, {Back{}, OpenCode{}}};
  for (const auto& way : ways) {
    const View view = kiosk.does(way).view();
    Focus focus;
    screen.draw(view, &focus);
    focus.press(Press::down);
    screen.draw(view, &focus);
    std::set<std::string> seen;
    std::vector<Focus> open = {focus};
    while (!open.empty()) {
      Focus here = open.back();
      open.pop_back();
      screen.draw(view, &here);
      if (!seen.insert(here.id()).second) continue;
      INFO(view.chrome.header.title << ": " << here.id());
      CHECK_FALSE(here.name().empty());
      for (const Press key : {Press::left, Press::right, Press::up, Press::down}) {
        Focus next = here;
        next.press(key);
        open.push_back(next);
      }
    }
    for (const auto& target : screen.drawn().targets) {
      INFO(view.chrome.header.title << ": " << target.id);
      CHECK(seen.count(target.id) == 1);
    }
  }
}

TEST_CASE("a resident comes from home to the code of a guide with arrows and enter alone", "[screens]") {
  HeadlessScreen screen(1920, 1080);
  Walker kiosk;
  Focus focus;
  screen.draw(kiosk.view(), &focus);
  const auto walk_to = [&](const std::string& id) {
    // Left to right, row by row, as somebody who looks for it would.
    for (int i = 0; i < 200 && focus.id() != id; ++i) {
      const std::string before = focus.id();
      focus.press(Press::right);
      screen.draw(kiosk.view(), &focus);
      if (focus.id() != before) continue;
      focus.press(Press::down);
      screen.draw(kiosk.view(), &focus);
      for (std::string last; last != focus.id() && focus.id() != id;) {
        last = focus.id();
        focus.press(Press::left);
        screen.draw(kiosk.view(), &focus);
      }
    }
    REQUIRE(focus.id() == id);
    focus.press(Press::enter);
    const auto action = screen.draw(kiosk.view(), &focus);
    REQUIRE(action);
    kiosk.does({*action});
    screen.draw(kiosk.view(), &focus);
    screen.draw(kiosk.view(), &focus);
  };
  focus.press(Press::down);
  screen.draw(kiosk.view(), &focus);
  walk_to("tile giay-to");
  walk_to("row can-cuoc");
  walk_to("code");
  CHECK(kiosk.shows<QrView>());
}

TEST_CASE("a page that is longer than its place follows what is heard", "[screens]") {
  HeadlessScreen screen(1920, 1080);
  Walker kiosk;
  kiosk.does({SoundMoved{true}, NextTextSize{}, NextTextSize{}, OpenGuide{"khai-sinh"},
              ChooseCase{"dung-han"}, OpenSteps{}, Listen{}});
  int moved = 0;
  while (kiosk.view().speech) {
    const std::string heard = kiosk.view().speech->sentence.shown;
    if (const auto action = screen.draw(kiosk.view())) {
      kiosk.does({*action});
      ++moved;
      CHECK_FALSE(screen.draw(kiosk.view()));
    }
    const auto& texts = screen.drawn().texts;
    INFO(heard);
    CHECK(std::ranges::any_of(texts,
                              [&](const auto& text) { return heard.find(text.text) != std::string::npos; }));
    kiosk.does({SpeechEnded{kiosk.view().speech->saying, kiosk.view().speech->last}});
  }
  CHECK(moved >= 1);
}

TEST_CASE("the sentence that is heard is lit where it stands, and nothing else is", "[screens]") {
  HeadlessScreen screen(1920, 1080);
  Walker kiosk;
  kiosk.does({SoundMoved{true}, OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}});
  constexpr raster::Argb kLit = 0xFFFFE8A6;
  const auto lit_pixels = [&] {
    screen.draw(kiosk.view());
    const raster::Image image = screen.picture();
    return std::count(image.argb.begin(), image.argb.end(), kLit);
  };
  CHECK(lit_pixels() == 0);
  kiosk.does({Listen{}});
  std::set<std::ptrdiff_t> areas;
  for (int i = 0; i < 6; ++i) {
    areas.insert(lit_pixels());
    const SpeechView speech = *kiosk.view().speech;
    kiosk.does({SpeechEnded{speech.saying, speech.last}});
  }
  CHECK(*areas.begin() > 2000);
  CHECK(areas.size() >= 4);
}
