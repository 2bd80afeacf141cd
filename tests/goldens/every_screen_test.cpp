// What holds of every screen that there is a picture of, and that there is one of every kind.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/model/spoken_page.h"
#include "tests/goldens/shown_screens.h"
#include "tests/support/headless_screen.h"

using namespace conglang;
using goldens::shown_screens;
using goldens::view_of_screen;
using screens::Focus;
using screens::Key;

namespace {

/// The squares of the staff's touch test.
bool is_for_fingers(const std::string& id) {
  return id.starts_with("cell ");
}

/// Every control that arrows lead to, whichever way one goes.
std::set<std::string> reached_by_arrows(testing::HeadlessScreen& screen, const kiosk::View& view) {
  std::set<std::string> reached;
  Focus first;
  screen.draw(view, &first);
  first.press(Key::down);
  std::vector<Focus> open = {first};
  while (!open.empty()) {
    Focus here = open.back();
    open.pop_back();
    screen.draw(view, &here);
    if (here.id().empty() || !reached.insert(here.id()).second) continue;
    INFO(here.id());
    CHECK((is_for_fingers(here.id()) || !here.name().empty()));
    for (const Key key : {Key::left, Key::right, Key::up, Key::down}) {
      open.push_back(here);
      open.back().press(key);
    }
  }
  return reached;
}

}  // namespace

TEST_CASE("there is a picture of every kind of page and of every page of the staff", "[goldens]") {
  std::set<std::size_t> pages;
  std::set<std::size_t> staff;
  for (const goldens::ShownScreen& screen : shown_screens()) {
    const kiosk::View view = view_of_screen(screen);
    if (view.staff) staff.insert(view.staff->page.index());
    if (!view.staff && !view.cover) pages.insert(view.body.index());
  }
  CHECK(pages.size() == std::variant_size_v<kiosk::AnyBodyView>);
  CHECK(staff.size() == std::variant_size_v<kiosk::StaffPageView>);
}

TEST_CASE("every control of every screen is reached by arrows, and has a name", "[goldens]") {
  const bool portrait = GENERATE(false, true);
  testing::HeadlessScreen screen(portrait ? 1080 : 1920, portrait ? 1920 : 1080);
  for (const goldens::ShownScreen& shown : shown_screens()) {
    const kiosk::View view = view_of_screen(shown);
    INFO(shown.name << (portrait ? ", portrait" : ", landscape"));
    const std::set<std::string> reached = reached_by_arrows(screen, view);
    screen.draw(view);
    for (const auto& target : screen.drawn().targets) {
      INFO(target.id);
      CHECK(reached.contains(target.id));
    }
  }
}

TEST_CASE("every screen that a visitor may listen to has something to say, in each language", "[goldens]") {
  for (const std::string language : {"vi", "en"}) {
    for (const goldens::ShownScreen& shown : shown_screens()) {
      const kiosk::View view = view_of_screen(shown, {kiosk::SetLanguage{language}});
      INFO(shown.name << " in " << language);
      const auto sentences = kiosk::spoken_page(view, language);
      CHECK_FALSE(sentences.empty());
      for (const kiosk::Sentence& sentence : sentences) CHECK_FALSE(sentence.spoken.empty());
    }
  }
}
