#include "content/database/search.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "content/database/search_words.h"
#include "content/database/title_index.h"
#include "tests/support/sample_bundle.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::database;
using conglang::testing::TemporaryFolder;

namespace {

guide::Text vi(std::string text) {
  guide::Text out;
  out.by_language["vi"] = std::move(text);
  return out;
}

guide::Guide named(std::string id, std::string title, std::vector<std::string> terms = {}) {
  guide::Guide out;
  out.id = std::move(id);
  out.title = vi(std::move(title));
  out.search_terms = std::move(terms);
  return out;
}

const guide::SearchWords kWords{{"cho", "làm", "cần", "như thế nào"},
                                {},
                                {{{"tt"}, {"thuong-tru", "tam-tru"}}, {{"kt3"}, {"tam-tru", "gone"}}}};

TitleIndex sample_index() {
  guide::Guide coded = named("khai-sinh", "Làm giấy khai sinh", {"gks", "ks"});
  coded.codes.push_back({"1.001193", guide::ProcedureCode::Role::current, {}, {}});
  return TitleIndex(
      {coded, named("thuong-tru", "Đăng ký thường trú", {"nhập khẩu"}), named("tam-tru", "Đăng ký tạm trú"),
       named("so-do", "Làm sổ đỏ"), named("so-sinh", "Trẻ sơ sinh"), named("khong", "Không gian mạng"),
       named("to-khai", "Tờ khai CT01"), named("ong", "Ông bà"), named("hidden", "Tên khác hẳn", {"sổ đỏ"})},
      {}, kWords);
}

std::vector<std::string> ids(const std::vector<Hit>& hits) {
  std::vector<std::string> out;
  for (const Hit& hit : hits) out.push_back(hit.id);
  return out;
}

std::string first(const TitleIndex& index, std::string_view typed) {
  const auto hits = index.find(typed, kUsualHits);
  return hits.empty() ? std::string("none") : hits[0].id;
}

bool finds(const TitleIndex& index, std::string_view typed, std::string_view id) {
  const auto found = ids(index.find(typed, kUsualHits));
  return std::find(found.begin(), found.end(), id) != found.end();
}

}  // namespace

TEST_CASE("words are compared by letters alone, and a form's number belongs to its letters", "[search]") {
  CHECK(search_words("  Đăng KÝ, (ct 01)") ==
        std::vector<SearchWord>{{"đăng", "dang"}, {"ký", "ki"}, {"ct01", "ct01"}});
  CHECK(search_words("bà 80 tuổi").size() == 3);
  CHECK(search_words("ct 0123").size() == 2);
  CHECK(search_words("\xff").empty());
  CHECK(search_words(" -- ").empty());
}

TEST_CASE("one slip is one letter more, less, other or swapped", "[search]") {
  for (const char* typed : {"sinh", "snih", "sinhh", "sih", "xinh", "sin", "inh", "asinh"}) {
    CAPTURE(typed);
    CHECK(within_one_slip("sinh", typed));
    CHECK(within_one_slip(typed, "sinh"));
  }
  for (const char* typed : {"hnis", "sn", "sinnhh", "xanh", "sinhab"})
    CHECK_FALSE(within_one_slip("sinh", typed));
  CHECK(within_one_slip("", ""));
}

TEST_CASE("initials that a region does not tell apart sound the same", "[search]") {
  CHECK(sound_key("nuu") == sound_key("luu"));
  CHECK(sound_key("chich") == sound_key("trich"));
  CHECK(sound_key("xo") == sound_key("so"));
  CHECK(sound_key("dam") == sound_key("giam"));
  CHECK(sound_key("nghi") != sound_key("lghi"));
  CHECK(sound_key("n") == "n");
}

TEST_CASE("the last word may be unfinished from two letters on, words before it may not", "[search]") {
  const TitleIndex index = sample_index();
  CHECK(first(index, "thuo") == "thuong-tru");
  CHECK(first(index, "dang ky ta") == "tam-tru");
  const auto unfinished = index.find("th tru", kUsualHits);
  REQUIRE(unfinished.size() >= 2);
  CHECK(unfinished[0].score == unfinished[1].score);
  CHECK(index.find("t", kUsualHits).empty());
  CHECK(ids(index.find("khai sinh t", kUsualHits)) == ids(index.find("khai sinh", kUsualHits)));
}

TEST_CASE("a word is never found inside another", "[search]") {
  const TitleIndex index = sample_index();
  CHECK(first(index, "ong") == "ong");
  CHECK_FALSE(finds(index, "ong", "khong"));
  CHECK(index.find("inh", kUsualHits).empty());
}

TEST_CASE("marks decide between words that are the same without them", "[search]") {
  const TitleIndex index = sample_index();
  CHECK(first(index, "sổ") == "so-do");
  CHECK(first(index, "sơ") == "so-sinh");
  CHECK(finds(index, "so", "so-do"));
  CHECK(finds(index, "so", "so-sinh"));
}

TEST_CASE("a title comes before a hidden term", "[search]") {
  CHECK(ids(sample_index().find("so do", 2)) == std::vector<std::string>{"so-do", "hidden"});
}

TEST_CASE("i and y, joined words, slips and filler words do not hide a guide", "[search]") {
  const TitleIndex index = sample_index();
  CHECK(first(index, "đăng kí tạm trú") == "tam-tru");
  CHECK(first(index, "khaisinh") == "khai-sinh");
  CHECK(first(index, "thuogn tru") == "thuong-tru");
  CHECK(first(index, "tam chu") == "tam-tru");
  CHECK(first(index, "làm khai sinh như thế nào") == "khai-sinh");
  CHECK(first(index, "ct 01") == "to-khai");
}

TEST_CASE("codes are found whole and by their beginning", "[search]") {
  const TitleIndex index = sample_index();
  CHECK(first(index, "1.001193") == "khai-sinh");
  CHECK(first(index, "1.0011") == "khai-sinh");
}

TEST_CASE("a form of two letters counts only alone, and shows each guide it may mean", "[search]") {
  const TitleIndex index = sample_index();
  CHECK(first(index, "ks") == "khai-sinh");
  const auto both = ids(index.find("TT", kUsualHits));
  REQUIRE(both.size() >= 2);
  CHECK(both[0] == "thuong-tru");
  CHECK(both[1] == "tam-tru");
  CHECK(ids(index.find("so do tt", kUsualHits)) == ids(index.find("so do", kUsualHits)));
}

TEST_CASE("a synonym finds its guide, and one of a guide that is not shown finds nothing more", "[search]") {
  CHECK(ids(sample_index().find("kt3", kUsualHits)) == std::vector<std::string>{"tam-tru"});
}

TEST_CASE("nothing is found for nothing, nonsense, fillers and bytes that are no text", "[search]") {
  const TitleIndex index = sample_index();
  for (const char* typed : {"", " ", "zzzz", "cho", "\xff\xfe", "!?"}) {
    CAPTURE(typed);
    CHECK(index.find(typed, kUsualHits).empty());
  }
  CHECK(TitleIndex({}, {}, {}).find("khai sinh", kUsualHits).empty());
  CHECK(index.find("khai sinh", 0).empty());
}

TEST_CASE("attack: a very long query costs no more than its first words", "[search][security]") {
  const TitleIndex index = sample_index();
  std::string typed = "khai sinh";
  for (int i = 0; i < 100'000; ++i) typed += " khai" + std::to_string(i);
  CHECK(finds(index, typed, "khai-sinh") == finds(index, typed.substr(0, 395), "khai-sinh"));
  CHECK(index.find(std::string(1'000'000, 'a'), kUsualHits).empty());
}

TEST_CASE("bodies are asked when names give too little, with marks and đ folded", "[search][database]") {
  const TemporaryFolder folder;
  const auto assembled = guide::assemble(conglang::testing::sample_bundle(), "09784");
  REQUIRE(assembled);
  guide::Content content = assembled->content;
  content.guides[1].description = vi("Mang theo đơn có dấu đỏ");
  REQUIRE(build(folder / "a.db", content, {"09784", 1, ""}));
  const auto search = Search::open(folder / "a.db");
  REQUIRE(search);
  for (const char* typed : {"dau do", "dấu đỏ", "DẤU Đ", "mang đơn dấu đỏ"}) {
    CAPTURE(typed);
    const auto hits = search->find(typed);
    REQUIRE(hits);
    CHECK(ids(*hits) == std::vector<std::string>{content.guides[1].id});
    CHECK(hits->front().title == content.guides[1].title.in("vi"));
    CHECK(hits->front().score <= 0.3);
  }
  CHECK(search->find("dau zzzz")->empty());
}

TEST_CASE("attack: signs of the full-text language are words like others", "[search][security]") {
  const TemporaryFolder folder;
  const auto assembled = guide::assemble(conglang::testing::sample_bundle(), "09784");
  REQUIRE(assembled);
  REQUIRE(build(folder / "a.db", assembled->content, {"09784", 1, ""}));
  const auto search = Search::open(folder / "a.db");
  REQUIRE(search);
  for (const char* typed : {"\"", "a\" OR \"b", "NEAR(a b)", "words : x", "xyz*", "^abc", "AND AND", "{a b}",
                            "-qq", "'; DROP TABLE body; --"}) {
    CAPTURE(typed);
    CHECK(search->find(typed));
  }
}

TEST_CASE("searching a file that is not there or not ours says so", "[search][database]") {
  const TemporaryFolder folder;
  CHECK(Search::open(folder / "none.db").error().code == Errc::not_found);
  std::ofstream(folder / "text.db") << "text";
  CHECK(Search::open(folder / "text.db").error().code == Errc::invalid);
}
