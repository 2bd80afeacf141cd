// Search, the catalogue and the page of a procedure: at every size of text, in both orientations, nothing is
// clipped, keys are at least 15 mm and everything else 20 mm, and no text is below its minimum.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <set>

#include "tests/support/headless_screen.h"
#include "tests/unit/kiosk/model/sample_catalogue.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::testing::HeadlessScreen;
using Walker = conglang::kiosk::test::Kiosk;

namespace {

// The longest name of the national catalogue has 1,192 characters.
std::string longest_name() {
  std::string name = "Thủ tục";
  while (name.size() < 1500) name += " cấp giấy xác nhận hưởng chế độ";
  return name;
}

guide::Content long_content() {
  guide::Content content = test::catalogue_content();
  content.catalogue.entries.back().name = longest_name();
  for (int i = 0; i < 90; ++i) {
    const std::string letter(1, static_cast<char>('A' + i % 26));
    content.catalogue.entries.push_back(
        {"2.0" + std::to_string(10000 + i), letter + "à việc thứ " + std::to_string(i), {0}, {0}, true});
  }
  return content;
}

Walker walker() {
  Walker kiosk;
  kiosk.gets(long_content());
  return kiosk;
}

SearchHit found(const std::string& id, double score) {
  return {SearchHit::Kind::guide, id, "Bài " + id, score, {{0, 4}}};
}

// Every state of the pages, one after the other.
std::vector<View> pages(const std::vector<Action>& first) {
  Walker kiosk = walker();
  kiosk.does(first);
  std::vector<View> views;
  const auto keep = [&](const std::vector<Action>& actions) {
    kiosk.does(actions);
    views.push_back(kiosk.view());
  };
  keep({OpenSearch{}});
  keep({PressKey{U'k'}, PressKey{U'h'}, SearchResults{"kh", {found("khai-sinh", 0.5), found("sao-y", 0.5)}}});
  keep({SearchResults{"kh",
                      {found("khai-sinh", 0.9),
                       {SearchHit::Kind::procedure, "1.004000", longest_name(), 0.5, {{0, 12}}},
                       found("sao-y", 0.3),
                       found("can-cuoc", 0.3),
                       found("la-mat", 0.2)}}});
  keep({SearchResults{"kh", {}}, NextKeyLayout{}, NextInputMethod{}});
  keep({Home{}, OpenCatalogue{}});
  keep({OpenCatalogue{{CataloguePart::Reach::nation, {}, {}}}});
  keep({OpenCatalogue{{CataloguePart::Reach::nation, kNoSector, "Hải quan"}}});
  keep({OpenCatalogue{{CataloguePart::Reach::commune, "ho-tich", "ho-tich"}}});
  keep({OpenProcedure{"1.004000"}});
  keep({ScrollTo{99999}});
  keep({OpenCode{}});
  keep({OpenTopic{""}});
  return views;
}

bool is_key(const std::string& id) {
  return id.starts_with("key ");
}

const screens::Inspection::Target* target(const HeadlessScreen& screen, std::string_view id) {
  const auto& targets = screen.drawn().targets;
  const auto found = std::ranges::find(targets, id, &screens::Inspection::Target::id);
  return found == targets.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("search and catalogue stand whole at every size, in both orientations", "[screens][search]") {
  const bool portrait = GENERATE(false, true);
  const bool large = GENERATE(false, true);
  const std::string language = GENERATE("vi", "en");
  std::vector<Action> first = {SetLanguage{language}};
  if (large) first.insert(first.end(), 2, NextTextSize{});
  HeadlessScreen screen(portrait ? 1080 : 1920, portrait ? 1920 : 1080);
  for (const View& view : pages(first)) {
    screen.draw(view);
    const auto& theme = screen.theme();
    const double mm = theme.mm_per_px * static_cast<double>(theme.scale);
    INFO((portrait ? "portrait " : "landscape ")
         << (large ? "large " : "") << language << " " << view.chrome.header.title);
    for (const auto& text : screen.drawn().texts) {
      INFO(text.text);
      CHECK(text.box.w <= text.room + 1);
      CHECK(text.box.x >= 0);
      CHECK(text.box.right() <= theme.width);
      CHECK(text.em >= screens::type::kMinor);
      if (text.at_edge) continue;
      CHECK(text.box.bottom() <= theme.height);
    }
    const auto& targets = screen.drawn().targets;
    for (std::size_t i = 0; i < targets.size(); ++i) {
      const auto& box = targets[i].box;
      INFO(targets[i].id);
      CHECK(static_cast<double>(std::min(box.w, box.h)) * mm >= (is_key(targets[i].id) ? 15.0 : 20.0));
      CHECK(box.x >= 0);
      CHECK(box.right() <= theme.width);
      CHECK(box.bottom() <= theme.height);
      for (std::size_t k = 0; k < i; ++k) {
        INFO("over " << targets[k].id);
        const screens::Rect both = shared(box, targets[k].box);
        CHECK((both.w <= 0 || both.h <= 0));
      }
    }
  }
}

TEST_CASE("at the usual size keys are 21 by 26 mm", "[screens][search]") {
  const bool portrait = GENERATE(false, true);
  HeadlessScreen screen(portrait ? 1080 : 1920, portrait ? 1920 : 1080);
  screen.draw(walker().does({OpenSearch{}}).view());
  for (const char letter : std::string("1234567890qwertyuiopasdfghjklzxcvbnm")) {
    const auto* const key = target(screen, std::string("key ") + letter);
    INFO(letter);
    REQUIRE(key != nullptr);
    CHECK(key->box.w >= 86);
    CHECK(key->box.h >= 104);
  }
}

TEST_CASE("a key gives its sign when the finger leaves it", "[screens][search]") {
  const KeyLayout layout = GENERATE(KeyLayout::qwerty, KeyLayout::alphabet);
  HeadlessScreen screen(1920, 1080);
  Walker kiosk = walker();
  kiosk.does({OpenSearch{}});
  if (layout == KeyLayout::alphabet) kiosk.does({NextKeyLayout{}});
  screen.draw(kiosk.view());
  for (const char letter : std::string("khai 7")) {
    screen.press(letter == ' ' ? "key space" : std::string("key ") + letter);
    CHECK_FALSE(screen.draw(kiosk.view()));
    screen.release();
    const auto action = screen.draw(kiosk.view());
    REQUIRE(action);
    kiosk.does({*action});
    screen.draw(kiosk.view());
  }
  CHECK(kiosk.page<SearchView>().typed == "khai 7");
}

TEST_CASE("a very long line shows its end, where one types", "[screens][search]") {
  HeadlessScreen screen(1920, 1080);
  Walker kiosk = walker();
  kiosk.does({OpenSearch{}});
  for (int i = 0; i < 60; ++i) kiosk.does({PressKey{i == 59 ? U'z' : U'ă'}});
  screen.draw(kiosk.view());
  const auto& texts = screen.drawn().texts;
  CHECK(std::ranges::any_of(texts, [](const auto& text) { return text.text.ends_with("ăz"); }));
}

TEST_CASE("the name of a procedure is read whole, however long, by the pill alone", "[screens][search]") {
  const bool large = GENERATE(false, true);
  HeadlessScreen screen(1920, 1080);
  Walker kiosk = walker();
  kiosk.does({OpenProcedure{"1.004000"}});
  if (large) kiosk.does({NextTextSize{}, NextTextSize{}});
  std::vector<std::string> lines;
  do {
    screen.draw(kiosk.view());
    for (const auto& text : screen.drawn().texts)
      if (!text.at_edge && std::ranges::find(lines, text.text) == lines.end()) lines.push_back(text.text);
    if (target(screen, "turn") == nullptr) break;
    const auto action = screen.tap(kiosk.view(), "turn");
    REQUIRE(action);
    kiosk.does({*action});
  } while (kiosk.view().chrome.offset > 0);
  const std::string name = longest_name();
  std::size_t words = 0;
  for (const std::string& line : lines)
    if (name.find(line) != std::string::npos) words += line.size();
  CHECK(std::ranges::any_of(lines, [&](const std::string& line) { return name.ends_with(line); }));
  CHECK(words > 60);
}

TEST_CASE("a long list has letters: those that exist, leading to where they begin", "[screens][search]") {
  HeadlessScreen screen(1920, 1080);
  Walker kiosk = walker();
  kiosk.does({OpenCatalogue{{CataloguePart::Reach::commune, "ho-tich", "ho-tich"}}});
  screen.draw(kiosk.view());
  CHECK(target(screen, "letter Ă") == nullptr);
  REQUIRE(target(screen, "letter M") != nullptr);
  const auto action = screen.tap(kiosk.view(), "letter M");
  REQUIRE(action);
  kiosk.does({*action});
  screen.draw(kiosk.view());
  const auto& texts = screen.drawn().texts;
  const auto first =
      std::ranges::find_if(texts, [](const auto& text) { return text.text.starts_with("Mà"); });
  REQUIRE(first != texts.end());
  CHECK(first->box.y < 520);
}

TEST_CASE("home and every list have a way into search", "[screens][search]") {
  HeadlessScreen screen(1920, 1080);
  for (const std::vector<Action>& way :
       {std::vector<Action>{Home{}},
        {OpenTopic{""}},
        {OpenCatalogue{{CataloguePart::Reach::commune, "ho-tich", "ho-tich"}}}}) {
    const View view = walker().does(way).view();
    screen.draw(view);
    const auto action = screen.tap(view, "search");
    REQUIRE(action);
    CHECK(std::holds_alternative<OpenSearch>(*action));
  }
}
