#include "kiosk/model/update.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "kiosk/model/navigation.h"
#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;

TEST_CASE("every guide is five touches or fewer from its code", "[model]") {
  for (const std::string id : {"khai-sinh", "can-cuoc", "sao-y"}) {
    INFO(id);
    Kiosk kiosk;
    int touches = 0;
    const auto touch = [&](const Action& action) {
      kiosk.does({action});
      ++touches;
    };
    touch(OpenTopic{id == "khai-sinh" ? "sinh-con" : "giay-to"});
    REQUIRE(kiosk.shows<ListView>());
    touch(OpenGuide{id});
    if (kiosk.shows<CaseView>()) touch(ChooseCase{kiosk.page<CaseView>().choices.front().id});
    REQUIRE(kiosk.shows<GuideView>());
    touch(OpenCode{});
    REQUIRE(kiosk.shows<QrView>());
    CHECK(kiosk.page<QrView>().code.has_value());
    CHECK(touches <= 5);
  }
}

TEST_CASE("a guide with one case asks no question", "[model]") {
  CHECK(Kiosk().does({OpenGuide{"can-cuoc"}}).shows<GuideView>());
}

TEST_CASE("back leads home from the deepest page, one page a touch", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenTopic{"sinh-con"}, OpenGuide{"khai-sinh"}, ChooseCase{"qua-han"}, OpenSteps{}, OpenCode{}});
  REQUIRE(kiosk.shows<QrView>());
  CHECK(kiosk.does({Back{}}).shows<StepsView>());
  CHECK(kiosk.does({Back{}}).shows<GuideView>());
  CHECK(kiosk.does({Back{}}).shows<CaseView>());
  CHECK(kiosk.does({Back{}}).shows<ListView>());
  CHECK(kiosk.does({Back{}}).shows<HomeView>());
  CHECK(kiosk.does({Back{}}).shows<HomeView>());
  CHECK_FALSE(kiosk.state().visit.reading);
}

TEST_CASE("a list keeps how far it was scrolled while a guide is read", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenTopic{""}, ScrollTo{324}, OpenGuide{"can-cuoc"}});
  CHECK(kiosk.view().chrome.offset == 0);
  CHECK(kiosk.does({Back{}}).view().chrome.offset == 324);
}

TEST_CASE("no page is scrolled above its top, and larger text starts there", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenTopic{""}, ScrollTo{324}, ScrollTo{-5}, ScrollTo{std::nanf("")}});
  CHECK(kiosk.view().chrome.offset == 324);
  CHECK(kiosk.does({NextTextSize{}}).view().chrome.offset == 0);
}

TEST_CASE("home keeps language, text size and theme; done wipes them with the visit", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, TogglePaper{"Giấy chứng sinh"}, NextLanguage{},
              NextTextSize{}, NextTextSize{}, ToggleTheme{}, ToggleReach{}, ToggleMotion{}});
  REQUIRE(kiosk.state().visit.reading->ticked.size() == 1);
  kiosk.does({Home{}});
  CHECK(kiosk.shows<HomeView>());
  CHECK(kiosk.state().visit.language == "en");
  CHECK(kiosk.state().visit.text_size == TextSize::largest);
  CHECK(kiosk.state().visit.theme == Theme::contrast);
  CHECK(kiosk.state().visit.reach == Reach::low);
  CHECK(kiosk.state().visit.motion == Motion::reduced);
  kiosk.does({Done{}});
  CHECK(kiosk.state().visit == fresh_visit(kiosk.state().settings));
}

TEST_CASE("the language button walks all languages and says which comes next", "[model]") {
  Kiosk kiosk;
  CHECK(kiosk.view().chrome.footer.language.label == "English");
  CHECK(kiosk.page<HomeView>().question == "Bác cần làm việc gì?");
  kiosk.does({NextLanguage{}});
  CHECK(kiosk.view().chrome.footer.language.label == "Tiếng Việt");
  CHECK(kiosk.page<HomeView>().question == "What do you need to do?");
  CHECK(kiosk.page<HomeView>().tiles.front().label == "Having a baby");
  CHECK(kiosk.does({NextLanguage{}}).page<HomeView>().question == "Bác cần làm việc gì?");
  CHECK(kiosk.does({SetLanguage{"fr"}}).state().visit.language == "vi");
  CHECK(kiosk.does({SetLanguage{"en"}}).state().visit.language == "en");
}

TEST_CASE("what is not translated shows in Vietnamese", "[model]") {
  Kiosk kiosk;
  kiosk.does({SetLanguage{"en"}, OpenGuide{"khai-sinh"}});
  CHECK(kiosk.view().chrome.header.title == "Register a baby's birth");
  CHECK(kiosk.page<CaseView>().question == "Cháu sinh được bao lâu rồi?");
}

TEST_CASE("ticks stay while the case is chosen again and are wiped with the guide", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, TogglePaper{"Giấy chứng sinh"}, Back{},
              ChooseCase{"qua-han"}});
  CHECK(kiosk.page<GuideView>().ticked == "Đã có 1 trên 3");
  CHECK(kiosk.does({TogglePaper{"Giấy chứng sinh"}}).page<GuideView>().ticked == "Đã có 0 trên 3");
  kiosk.does({TogglePaper{"Giấy chứng sinh"}, Home{}, OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}});
  CHECK(kiosk.page<GuideView>().ticked == "Đã có 0 trên 2");
}

TEST_CASE("an action that does not fit the page changes nothing", "[model]") {
  Kiosk kiosk;
  const State home = kiosk.state();
  kiosk.does({OpenCode{}, OpenSteps{}, ChooseCase{"dung-han"}, TogglePaper{"Giấy chứng sinh"},
              ToggleRare{"x"}, ShowNewText{}, DismissNotice{}, OpenTopic{"khong-co"}, OpenTopic{"nha-dat"},
              OpenGuide{"khong-co"}, OpenGuide{"tam-vang"}, OpenGuide{"lien-thong"}, Back{}, Touched{}});
  CHECK(kiosk.state() == home);
  kiosk.does({OpenGuide{"khai-sinh"}});
  const State question = kiosk.state();
  CHECK(kiosk.does({ChooseCase{"khong-co"}, OpenCode{}, OpenSteps{}}).state() == question);
}

TEST_CASE("opening a guide and showing its code are counted by guide and day, nothing else", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenGuide{"can-cuoc"}});
  CHECK(kiosk.effects() ==
        std::vector<Effect>{CountUse{CountUse::What::guide_opened, "can-cuoc", test::day("2026-11-23")}});
  kiosk.does({OpenCode{}});
  CHECK(kiosk.effects() ==
        std::vector<Effect>{CountUse{CountUse::What::code_shown, "can-cuoc", test::day("2026-11-23")}});
  CHECK(kiosk.does({Back{}}).effects().empty());
  CHECK(kiosk.does({Home{}, OpenGuide{"la-mat"}, OpenCode{}}).effects().empty());
}

TEST_CASE("before the first content the page says what is happening", "[model]") {
  Kiosk kiosk(initial_state({test::strings().languages(), "thuong-thap"}, test::at(test::kMonday)));
  CHECK(kiosk.page<WaitingView>().title == "Đang chờ nội dung đầu tiên");
  CHECK(kiosk.page<WaitingView>().detail.empty());
  kiosk.does({OpenTopic{""}, OpenGuide{"khai-sinh"}, Back{}, ContentUnavailable{"guides-3.db is damaged"}});
  CHECK(kiosk.page<WaitingView>().title == "Chưa đọc được bài hướng dẫn");
  CHECK(kiosk.page<WaitingView>().detail == "guides-3.db is damaged");
  CHECK(kiosk.gets(test::sample_content()).does({ReadUrgent{"mua-bao"}}).shows<HomeView>());
  CHECK(kiosk.does({ContentUnavailable{"guides-4.db is damaged"}}).shows<HomeView>());
}
