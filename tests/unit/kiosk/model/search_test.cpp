// What a visitor types: what is searched, what comes back, what is forgotten and what may be counted.

#include "kiosk/model/search.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/model/navigation.h"
#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;

namespace {

std::vector<Action> keys(std::u32string_view typed) {
  std::vector<Action> actions;
  for (const char32_t key : typed) actions.push_back(PressKey{key});
  return actions;
}

Kiosk typing(std::u32string_view typed) {
  Kiosk kiosk;
  kiosk.does({OpenSearch{}}).does(keys(typed));
  return kiosk;
}

SearchHit hit(const std::string& id, double score) {
  return {SearchHit::Kind::guide, id, "Làm " + id, score, {{0, 4}}};
}

std::vector<Effect> counted(Date day, std::vector<std::string> words) {
  return {CountSearch{{}, std::move(words), day}};
}

const Date kDay = test::day("2026-11-23");

}  // namespace

TEST_CASE("two letters are searched, one is not", "[model][search]") {
  CHECK(typing(U"k").effects().empty());
  CHECK(typing(U"k ").effects().empty());
  CHECK(typing(U"kh").effects() == std::vector<Effect>{Search{"kh", "kh"}});
  CHECK(typing(U"khai s").effects() == std::vector<Effect>{Search{"khai s", "khai s"}});
}

TEST_CASE("without marks is the usual way; Telex and VNI compose, and the keys are kept", "[model][search]") {
  Kiosk kiosk = typing(U"dd");
  CHECK(kiosk.page<SearchView>().typed == "dd");
  CHECK(kiosk.page<SearchView>().keyboard.method == "Dấu: Không");
  kiosk.does({EraseLine{}, NextInputMethod{}}).does(keys(U"ddawng kys"));
  CHECK(kiosk.page<SearchView>().keyboard.method == "Dấu: Telex");
  CHECK(kiosk.page<SearchView>().typed == "đăng ký");
  CHECK(kiosk.effects() == std::vector<Effect>{Search{"đăng ký", "ddawng kys"}});
  kiosk.does({EraseLine{}, NextInputMethod{}}).does(keys(U"d9a8ng ky1"));
  CHECK(kiosk.page<SearchView>().keyboard.method == "Dấu: VNI");
  CHECK(kiosk.page<SearchView>().typed == "đăng ký");
  kiosk.does({NextInputMethod{}});
  CHECK(kiosk.page<SearchView>().keyboard.method == "Dấu: Không");
}

TEST_CASE("a word that Telex spoils is searched by its keys too", "[model][search]") {
  Kiosk kiosk;
  kiosk.does({OpenSearch{}, NextInputMethod{}}).does(keys(U"wifi"));
  CHECK(kiosk.effects() == std::vector<Effect>{Search{"wìi", "wifi"}});
}

TEST_CASE("erasing a letter moves the tone to where it then belongs", "[model][search]") {
  Kiosk kiosk;
  kiosk.does({OpenSearch{}, NextInputMethod{}}).does(keys(U"hoans"));
  CHECK(kiosk.page<SearchView>().typed == "hoán");
  kiosk.does({EraseSign{}});
  CHECK(kiosk.page<SearchView>().typed == "hoá");
  kiosk.does({EraseSign{}, EraseSign{}, EraseSign{}});
  CHECK(kiosk.page<SearchView>().typed.empty());
  CHECK_FALSE(kiosk.page<SearchView>().keyboard.can_erase);
  CHECK(kiosk.does({EraseSign{}}).effects().empty());
}

TEST_CASE("the answer is shown best first, with what was meant marked", "[model][search]") {
  Kiosk kiosk = typing(U"lam");
  CHECK(kiosk.page<SearchView>().heading == "Hay hỏi nhất");
  kiosk.does({SearchResults{"lam", {hit("khai-sinh", 0.7), hit("sao-y", 0.68)}}});
  const SearchView view = kiosk.page<SearchView>();
  CHECK(view.heading == "2 kết quả");
  REQUIRE(view.results.size() == 2);
  CHECK(view.results[0].id == "khai-sinh");
  CHECK(view.results[0].marked == std::vector<TextPart>{{0, 4}});
  CHECK_FALSE(view.first_is_ahead);
  CHECK(view.ways_out.empty());
}

TEST_CASE("one that is clearly ahead stands first, with four others near it", "[model][search]") {
  Kiosk kiosk = typing(U"khai sinh");
  std::vector<SearchHit> hits = {hit("khai-sinh", 0.95)};
  for (int i = 0; i < 7; ++i) hits.push_back(hit(i % 2 == 0 ? "sao-y" : "can-cuoc", 0.5));
  kiosk.does({SearchResults{"khai sinh", hits}});
  CHECK(kiosk.page<SearchView>().first_is_ahead);
  CHECK(kiosk.page<SearchView>().results.size() == 5);
}

TEST_CASE("nothing found leads to people and to life events, never to an empty page", "[model][search]") {
  Kiosk kiosk = typing(U"xyz");
  kiosk.does({SearchResults{"xyz", {}}});
  const SearchView view = kiosk.page<SearchView>();
  CHECK(view.results.empty());
  REQUIRE(view.ways_out.size() >= 3);
  CHECK(view.ways_out[0].topic.empty());
  CHECK(view.ways_out[1].label.find("1800 1096") != std::string::npos);
  kiosk.does({OpenTopic{view.ways_out.back().topic}});
  CHECK(kiosk.shows<ListView>());
}

TEST_CASE("an answer to what was typed before, or with what is gone, is not shown", "[model][search]") {
  Kiosk kiosk = typing(U"khai");
  kiosk.does({SearchResults{"kha", {hit("khai-sinh", 0.9)}}});
  CHECK(kiosk.page<SearchView>().heading == "Hay hỏi nhất");
  kiosk.does({SearchResults{"khai", {hit("tam-vang", 0.9), hit("khong-co", 0.8), hit("sao-y", 0.4)}}});
  REQUIRE(kiosk.page<SearchView>().results.size() == 1);
  CHECK(kiosk.page<SearchView>().results[0].id == "sao-y");
}

TEST_CASE("back from a guide finds the results as they were", "[model][search]") {
  Kiosk kiosk = typing(U"khai");
  kiosk.does({SearchResults{"khai", {hit("khai-sinh", 0.9), hit("sao-y", 0.85)}}, ScrollTo{100}});
  const View results = kiosk.view();
  kiosk.does({OpenGuide{"sao-y"}, Back{}});
  CHECK(kiosk.view() == results);
}

TEST_CASE("attack: what was typed stays for the next visitor; it is wiped by every way out",
          "[model][search][security]") {
  for (const Action& way : {Action(Done{}), Action(Home{}), Action(Back{})}) {
    Kiosk kiosk = typing(U"nguyen van a");
    kiosk.does({SearchResults{"nguyen van a", {hit("sao-y", 0.9)}}, way});
    CHECK(kiosk.state().visit.typing.line.empty());
    CHECK(kiosk.state().visit.typing.hits.empty());
    kiosk.does({ReadUrgent{"mua-bao"}, OpenSearch{}});
    CHECK(kiosk.page<SearchView>().typed.empty());
  }
  Kiosk kiosk = typing(U"nguyen van a");
  kiosk.waits(121);
  CHECK(kiosk.state().visit == fresh_visit(kiosk.state().settings));
}

TEST_CASE("a search that led somewhere is counted by what was opened, without its words", "[model][search]") {
  Kiosk kiosk = typing(U"khai");
  kiosk.does({SearchResults{"khai", {hit("sao-y", 0.9)}}, OpenGuide{"sao-y"}});
  CHECK(std::ranges::count(kiosk.effects(), Effect{CountSearch{"sao-y", {}, kDay}}) == 1);
  CHECK(kiosk.does({Home{}}).effects().empty());
}

TEST_CASE("a search that led nowhere is counted by its folded words, once", "[model][search]") {
  CHECK(typing(U"Xin thoi vu").does({Home{}}).effects() == counted(kDay, {"thoi", "vu", "xin"}));
  CHECK(typing(U"thoi vu").does({Done{}}).effects() == counted(kDay, {"thoi", "vu"}));
  Kiosk idle = typing(U"thoi vu");
  idle.waits(90);
  CHECK(idle.does({Tick{idle.state().now + std::chrono::seconds{30}}}).effects() ==
        counted(kDay, {"thoi", "vu"}));
  Kiosk again = typing(U"thoi vu");
  CHECK(again.does({EraseLine{}}).effects() == counted(kDay, {"thoi", "vu"}));
  CHECK(again.does({Home{}}).effects().empty());
  CHECK(typing(U"t").does({Home{}}).effects().empty());
}

TEST_CASE("attack: a number of a person is never counted, however it is written",
          "[model][search][security]") {
  for (const std::string typed :
       {"001099012345", "0912 345 678", "can cuoc 123456", "12a34b56", "12-34-56"}) {
    INFO(typed);
    CHECK(countable_words(typed).empty());
  }
  CHECK(countable_words("nha 75 tuoi") == std::vector<std::string>{"75", "nha", "tuoi"});
  CHECK(typing(U"cmnd 012345678").does({Home{}}).effects() == counted(kDay, {}));
}

TEST_CASE("new content is searched at once for what is typed", "[model][search]") {
  Kiosk kiosk = typing(U"khai");
  kiosk.gets(test::sample_content());
  CHECK(kiosk.effects() == std::vector<Effect>{Search{"khai", "khai"}});
}

TEST_CASE("keys do nothing on another page", "[model][search]") {
  Kiosk kiosk;
  const State home = kiosk.state();
  kiosk.does({PressKey{U'a'}, EraseSign{}, EraseLine{}, NextInputMethod{}, NextKeyLayout{},
              SearchResults{"", {hit("sao-y", 0.9)}}});
  CHECK(kiosk.state() == home);
}

TEST_CASE("the letters stand as on a typewriter or in the order of the alphabet", "[model][search]") {
  Kiosk kiosk = typing(U"");
  CHECK(kiosk.page<SearchView>().keyboard.layout == KeyLayout::qwerty);
  kiosk.does({NextKeyLayout{}, Home{}, OpenSearch{}});
  CHECK(kiosk.page<SearchView>().keyboard.layout == KeyLayout::alphabet);
  CHECK(kiosk.does({NextKeyLayout{}}).page<SearchView>().keyboard.layout == KeyLayout::qwerty);
}
