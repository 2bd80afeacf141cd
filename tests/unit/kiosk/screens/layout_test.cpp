// Nothing leaves its place: texts fit what they were given, targets are large enough for a thumb.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <map>
#include <set>

#include "tests/support/headless_screen.h"
#include "tests/unit/kiosk/model/sample.h"
#include "tests/unit/kiosk/model/staff_pages.h"
#include "tests/unit/kiosk/screens/page_checks.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Size;
using conglang::testing::HeadlessScreen;
using Walker = conglang::kiosk::test::Kiosk;

namespace {

// Every page, the idle question and the first start.
std::vector<View> all_pages(const std::vector<Action>& first) {
  std::vector<View> views;
  Walker waiting(initial_state({test::strings().languages(), "thuong-thap"}, test::at(test::kMonday)));
  views.push_back(waiting.view());
  Walker kiosk;
  kiosk.does(first);
  const auto keep = [&](const std::vector<Action>& actions) {
    kiosk.does(actions);
    views.push_back(kiosk.view());
  };
  keep({});
  keep({OpenTopic{}});
  keep({OpenGuide{"khai-sinh"}});
  keep({ChooseCase{}});
  keep({OpenSteps{}});
  keep({ScrollTo{9999}});
  keep({Back{}, OpenCode{}});
  keep({Home{}, OpenGuide{"sao-y"}});
  keep({Home{}, OpenGuide{"la-mat"}, OpenCode{}});
  keep({Home{}, OpenDoor{Door::notices}});
  keep({OpenNotice{"cat-dien"}});
  keep({Home{}, OpenDoor{Door::contacts}});
  keep({ScrollTo{9999}});
  keep({OpenDoor{Door::wifi}});
  keep({ScrollTo{9999}});
  keep({OpenDoor{Door::zalo}});
  keep({OpenZaloGroup{"https://zalo.me/g/thuongthap"}});
  keep({OpenDoor{Door::help}});
  keep({ScrollTo{9999}});
  keep({Home{}, OpenGuide{"can-cuoc"}, OpenCode{}, ShowCode{CodeKind::papers}});
  keep({Done{}});
  keep({RateNotHelped{}});
  keep({GiveReason{}});
  kiosk.does({Home{}, OpenGuide{"can-cuoc"}}).waits(181);
  views.push_back(kiosk.view());
  return views;
}

// And the staff's own, which have a frame of their own.
std::vector<View> all_pages_and_staff(const std::vector<Action>& first) {
  std::vector<View> views = all_pages(first);
  for (View& view : test::staff_pages(first)) views.push_back(std::move(view));
  return views;
}

// Some texts end so by themselves.
bool ends_so_itself(const std::string& text, const std::string& language) {
  const auto& texts = test::strings().in(language).texts;
  return std::ranges::find(texts, text) != texts.end();
}

}  // namespace

TEST_CASE("every text of every page lies within its room and within the screen", "[screens]") {
  const Size size = GENERATE(Size{1920, 1080}, Size{1080, 1920}, Size{3840, 2160}, Size{1280, 720});
  const std::string language = GENERATE("vi", "en");
  const int steps = GENERATE(0, 1, 2);
  const bool low = GENERATE(false, true);
  if (low && size.width > size.height) return;
  std::vector<Action> first = test::wishes(steps, low);
  first.emplace_back(SetLanguage{language});
  HeadlessScreen screen(size.width, size.height);
  for (const View& view : all_pages_and_staff(first)) test::check_texts(screen, view);
}

TEST_CASE("no word is cut on the pages of the sample at the normal text size", "[screens]") {
  const Size size = GENERATE(Size{1920, 1080}, Size{1080, 1920});
  const std::string language = GENERATE("vi", "en");
  HeadlessScreen screen(size.width, size.height);
  for (const View& view : all_pages_and_staff({SetLanguage{language}})) {
    screen.draw(view);
    for (const auto& text : screen.drawn().texts) {
      INFO(size.width << "x" << size.height << " " << language << ": " << text.text);
      CHECK((!text.text.ends_with("…") || ends_so_itself(text.text, language)));
    }
  }
}

TEST_CASE("every target is at least 20 mm on the reference panel, within the screen and alone", "[screens]") {
  const Size size = GENERATE(Size{1920, 1080}, Size{1080, 1920});
  const std::vector<Action> first =
      GENERATE(std::vector<Action>{}, std::vector<Action>{NextTextSize{}},
               std::vector<Action>{NextTextSize{}, NextTextSize{}}, std::vector<Action>{ToggleReach{}});
  HeadlessScreen screen(size.width, size.height);
  for (const View& view : all_pages_and_staff(first)) test::check_targets(screen, view);
}

TEST_CASE("in low mode every control of a tall screen stands in its lower half", "[screens]") {
  HeadlessScreen screen(1080, 1920);
  const int size_steps = GENERATE(0, 1, 2);
  for (const View& view : all_pages(test::wishes(size_steps, true))) {
    if (view.idle) continue;
    screen.draw(view);
    for (const auto& target : screen.drawn().targets) {
      INFO(view.chrome.header.title << ": " << target.id);
      CHECK(target.box.y >= screen.theme().height / 2);
    }
  }
}

TEST_CASE("the footer's buttons stand at the same places on every page", "[screens]") {
  const Size size = GENERATE(Size{1920, 1080}, Size{1080, 1920});
  HeadlessScreen screen(size.width, size.height);
  std::map<std::string, float> places;
  for (const View& view : all_pages({})) {
    if (view.idle) continue;
    screen.draw(view);
    for (const std::string id : {"back", "home", "text-size", "theme", "language", "motion", "done"}) {
      const auto& targets = screen.drawn().targets;
      const auto found = std::ranges::find(targets, id, &screens::Inspection::Target::id);
      if (found == targets.end()) continue;  // it fades
      const auto [place, added] = places.try_emplace(id, found->box.x);
      INFO(view.chrome.header.title << ": " << id);
      CHECK(place->second == found->box.x);
    }
  }
  CHECK(places.size() == 7);
}

TEST_CASE("when not every note of the summary has room, the conditions of time and fee stay", "[screens]") {
  Walker kiosk;
  kiosk.does({OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}});
  View view = kiosk.view();
  auto& facts = std::get<GuideView>(view.body).facts;
  REQUIRE(facts.size() == 4);
  for (FactView& fact : facts) fact.note = "điều kiện: " + fact.label;
  HeadlessScreen screen(1920, 1080);
  screen.draw(view);
  const auto shows = [&](const std::string& text) {
    const auto& texts = screen.drawn().texts;
    return std::any_of(texts.begin(), texts.end(), [&](const auto& drawn) { return drawn.text == text; });
  };
  CHECK(shows(facts[0].note));
  CHECK(shows(facts[1].note));
  CHECK_FALSE(shows(facts[3].note));
}
