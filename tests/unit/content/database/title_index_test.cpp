#include "content/database/title_index.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;
using namespace conglang::database;

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

const guide::SearchWords kWords{{"cho", "làm", "cần", "thủ tục", "như thế nào"},
                                {{{"sanh"}, "sinh"}, {{"đk"}, "đăng ký"}},
                                {{{"tt"}, {"thuong-tru", "tam-tru"}}, {{"kt3"}, {"tam-tru", "gone"}}}};

const std::vector<guide::CatalogueEntry> kCatalogue{
    {"1.000894", "Thủ tục đăng ký tạm trú", {}, {}, false},
    {"1.001193", "Thủ tục đăng ký khai sinh", {}, {}, true},
    {"1.004884", "Thủ tục đăng ký lại khai sinh", {}, {}, false},
    {"2.000635", "Thủ tục đăng ký lại khai sinh", {}, {}, true},
    {"2.000815", "Chứng thực bản sao từ bản chính", {}, {}, true}};

TitleIndex sample_index() {
  guide::Guide coded = named("khai-sinh", "Làm giấy khai sinh", {"gks", "ks"});
  coded.codes.push_back({"1.001193", guide::ProcedureCode::Role::current, {}, {}});
  return TitleIndex(
      {coded, named("thuong-tru", "Đăng ký thường trú", {"nhập khẩu"}), named("tam-tru", "Đăng ký tạm trú"),
       named("so-do", "Làm sổ đỏ"), named("so-sinh", "Trẻ sơ sinh"), named("khong", "Không gian mạng"),
       named("to-khai", "Tờ khai CT01"), named("ong", "Ông bà"), named("hidden", "Tên khác hẳn", {"sổ đỏ"})},
      kCatalogue, kWords);
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
  CHECK(index.find("uon", kUsualHits).empty());
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

TEST_CASE("a procedure without a guide comes below the guides that fit as well", "[search]") {
  const TitleIndex index = sample_index();
  const auto found = index.find("đăng ký tạm trú", kUsualHits);
  REQUIRE(found.size() >= 2);
  CHECK(found[0].id == "tam-tru");
  CHECK(found[0].kind == Hit::Kind::guide);
  CHECK(found[1].id == "1.000894");
  CHECK(found[1].kind == Hit::Kind::procedure);
  CHECK(found[1].title == "Thủ tục đăng ký tạm trú");
  CHECK(first(index, "chứng thực bản sao") == "2.000815");
}

TEST_CASE("what the commune carries out comes before what others do", "[search]") {
  const auto found = ids(sample_index().find("đăng ký lại khai sinh", kUsualHits));
  const auto own = std::find(found.begin(), found.end(), "2.000635");
  const auto other = std::find(found.begin(), found.end(), "1.004884");
  CHECK(own < other);
  CHECK(other != found.end());
}

TEST_CASE("a procedure with a guide is found as the guide alone", "[search]") {
  const TitleIndex index = sample_index();
  CHECK(ids(index.find("1.001193", kUsualHits)) == std::vector<std::string>{"khai-sinh"});
  CHECK_FALSE(finds(index, "khai sinh", "1.001193"));
}

TEST_CASE("a code is found with and without its dot, with its office and in a sentence", "[search]") {
  const TitleIndex index = sample_index();
  for (const char* typed : {"1.004884", "1004884", "1.004884.000.00.00.H26", "mã 1.004884", " 1 004884 "}) {
    CAPTURE(typed);
    const auto found = index.find(typed, kUsualHits);
    REQUIRE_FALSE(found.empty());
    CHECK(found[0].id == "1.004884");
    CHECK(found[0].found == Hit::Found::code);
    CHECK(found[0].score == 1.0);
  }
  CHECK(ids(index.find("2.000", kUsualHits)) == std::vector<std::string>{"2.000635", "2.000815"});
  CHECK(index.find("9.999999", kUsualHits).empty());
}

TEST_CASE("keys of Telex and VNI that nothing composed are read as what they mean", "[search]") {
  const TitleIndex index = sample_index();
  CHECK(first(index, "giaays khai sinh") == "khai-sinh");
  CHECK(first(index, "ddawng kys tamj truws") == "tam-tru");
  CHECK(first(index, "so63 d9o3") == "so-do");
  CHECK(first(index, "thuwowngf tr") == "thuong-tru");
}

TEST_CASE("a spelling is read as what it means", "[search]") {
  const TitleIndex index = sample_index();
  CHECK(first(index, "khai sanh") == "khai-sinh");
  CHECK(first(index, "đk tạm trú") == "tam-tru");
}

TEST_CASE("the words of the title that were meant are marked", "[search]") {
  const TitleIndex index = sample_index();
  const auto marked = [&](std::string_view typed) {
    const Hit hit = index.find(typed, 1).at(0);
    std::string out;
    for (const Span& span : hit.marked) out += hit.title.substr(span.begin, span.length) + "|";
    return out;
  };
  CHECK(marked("dang ky tam tru") == "Đăng|ký|tạm|trú|");
  CHECK(marked("khai sin") == "khai|sinh|");
  CHECK(marked("nhập khẩu").empty());
}

TEST_CASE("a hit says whether a title or a hidden term was found", "[search]") {
  const TitleIndex index = sample_index();
  CHECK(index.find("thường trú", 1).at(0).found == Hit::Found::title);
  CHECK(index.find("nhập khẩu", 1).at(0).found == Hit::Found::term);
}

TEST_CASE("any text gives the same hits each time, in order of score", "[search]") {
  const TitleIndex index = sample_index();
  std::string typed;
  std::uint32_t random = 12345;
  const std::string letters = "khaisintrươđcấ. 019\"*-^\x01";
  for (int i = 0; i < 500; ++i) {
    random = random * 1664525U + 1013904223U;
    typed += letters[(random >> 16U) % letters.size()];
    if (typed.size() > 40) typed.erase(0, 7);
    const auto hits = index.find(typed, kUsualHits);
    CHECK(hits == index.find(typed, kUsualHits));
    for (std::size_t at = 0; at + 1 < hits.size(); ++at) CHECK(hits[at].score >= hits[at + 1].score);
  }
}

TEST_CASE("attack: controls and bytes that are no text are no letters", "[search][security]") {
  const TitleIndex index = sample_index();
  CHECK(first(index, std::string_view("khai\0sinh\x1b[31m", 14)) == "khai-sinh");
  CHECK(index.find("khai sinh \xc3", kUsualHits).empty());
}
