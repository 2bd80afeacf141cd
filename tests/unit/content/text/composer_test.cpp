#include "content/text/composer.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "content/base/utf8.h"
#include "tests/folders.h"

using namespace conglang;

namespace {

Composer type(std::string_view keys, InputMethod method, ToneStyle style = ToneStyle::modern) {
  Composer composer(method, style);
  const std::u32string code_points = to_code_points(keys).value();
  for (const char32_t key : code_points) CHECK(composer.press(key));
  return composer;
}

std::string telex(std::string_view keys) {
  return type(keys, InputMethod::telex).text();
}
std::string vni(std::string_view keys) {
  return type(keys, InputMethod::vni).text();
}

/// The text after each backspace, until nothing is left.
std::vector<std::string> deletions(Composer composer) {
  std::vector<std::string> shown;
  while (composer.backspace()) shown.push_back(composer.text());
  return shown;
}

InputMethod method_named(std::string_view name) {
  if (name == "vni") return InputMethod::vni;
  return name == "telex-w" ? InputMethod::telex_w : InputMethod::telex;
}

using Shown = std::vector<std::string>;

}  // namespace

TEST_CASE("all 265 reference vectors of Telex, Telex-W and VNI compose as given", "[text]") {
  std::ifstream file(CONGLANG_SOURCE_DIR "/tests/data/input-vectors.json");
  const auto document = nlohmann::json::parse(file, nullptr, false);
  REQUIRE(document.is_object());
  const auto& vectors = document["vectors"];
  REQUIRE(vectors.size() == 265);
  for (const auto& vector : vectors) {
    const auto keys = vector["keys"].get<std::string>();
    const auto style = vector["style"] == "old" ? ToneStyle::traditional : ToneStyle::modern;
    const Composer composer = type(keys, method_named(vector["method"].get<std::string>()), style);
    CAPTURE(vector["method"], vector["style"], keys);
    CHECK(composer.text() == vector["text"].get<std::string>());
    CHECK(composer.raw() == keys);
  }
}

TEST_CASE("plain typing changes no key", "[text]") {
  CHECK(type("vieejt w1 aa", InputMethod::plain).text() == "vieejt w1 aa");
}

TEST_CASE("a third repeat stays a letter", "[text]") {
  CHECK(telex("aaaa") == "aaa");
  CHECK(telex("asss") == "ass");
  CHECK(telex("dddd") == "ddd");
  CHECK(vni("a111") == "a11");
}

TEST_CASE("a repeated horn key frees both letters", "[text]") {
  CHECK(telex("dduoww") == "đuow");
  CHECK(telex("thuongww") == "thuongw");
  CHECK(vni("d9uong77") == "đuong7");
  CHECK(vni("duong77") == "duong7");
}

TEST_CASE("a mark typed late replaces the one before", "[text]") {
  CHECK(telex("thuoongw") == "thương");
  CHECK(telex("thuowngo") == "thuông");
  CHECK(telex("aawf") == "ằ");
}

TEST_CASE("undo works over letters typed in between", "[text]") {
  CHECK(telex("dadnd") == "dand");
  CHECK(telex("caana") == "cana");
  CHECK(telex("tesst") == "test");
}

TEST_CASE("capitals follow their letter's key, not the key of mark or tone", "[text]") {
  CHECK(telex("Dd") == "Đ");
  CHECK(telex("dD") == "đ");
  CHECK(telex("aS") == "á");
  CHECK(telex("NGUWOWIF") == "NGƯỜI");
  CHECK(type("Thw", InputMethod::telex_w).text() == "Thư");
  CHECK(type("TW", InputMethod::telex_w).text() == "TƯ");
}

TEST_CASE("backspace removes the last letter, and a tone goes with its vowel", "[text]") {
  CHECK(deletions(type("thuwowngf", InputMethod::telex)) == Shown{"thườn", "thườ", "thư", "th", "t", ""});
  CHECK(deletions(type("thuowngf", InputMethod::telex)) == Shown{"thườn", "thườ", "thư", "th", "t", ""});
  CHECK(deletions(type("hoaf", InputMethod::telex)) == Shown{"ho", "h", ""});
  CHECK(deletions(type("ddaays", InputMethod::telex)) == Shown{"đấ", "đ", ""});
}

TEST_CASE("backspace moves a tone to where it now belongs", "[text]") {
  CHECK(deletions(type("vieetj", InputMethod::telex)).front() == "việ");
  CHECK(deletions(type("vietj", InputMethod::telex)).front() == "viẹ");
  CHECK(deletions(type("khuyur", InputMethod::telex)) == Shown{"khuỷ", "khu", "kh", "k", ""});
  CHECK(deletions(type("khuyur", InputMethod::telex, ToneStyle::traditional)) ==
        Shown{"khủy", "khủ", "kh", "k", ""});
  CHECK(deletions(type("toans", InputMethod::telex)).front() == "toá");
  CHECK(deletions(type("toans", InputMethod::telex, ToneStyle::traditional)).front() == "tóa");
  CHECK(deletions(type("giangs", InputMethod::telex)) == Shown{"gián", "giá", "gi", "g", ""});
}

TEST_CASE("after a backspace typing goes on as if nothing had happened", "[text]") {
  Composer composer = type("vieetj", InputMethod::telex);
  composer.backspace();
  for (const char32_t key : std::u32string_view(U"c")) composer.press(key);
  CHECK(composer.text() == "việc");
  CHECK(composer.raw() == "vieejc");
}

TEST_CASE("backspace over a blank goes back into the word before", "[text]") {
  Composer composer = type("hoa ", InputMethod::telex);
  composer.backspace();
  composer.press(U'f');
  CHECK(composer.text() == "hoà");
}

TEST_CASE("a deleted undo may be done again", "[text]") {
  Composer composer = type("ass", InputMethod::telex);
  composer.backspace();
  CHECK(composer.raw() == "a");
  composer.press(U's');
  CHECK(composer.text() == "á");
}

TEST_CASE("the keys typed stay beside the text", "[text]") {
  const Composer composer = type("wifi", InputMethod::telex);
  CHECK(composer.text() == "wìi");
  CHECK(composer.raw() == "wifi");
}

TEST_CASE("accented letters from a long press join the word", "[text]") {
  CHECK(telex("viêtj") == "việt");
  CHECK(telex("toá") == "toá");
  CHECK(telex("toán") == "toán");
  CHECK(telex("đất Đ") == "đất Đ");
}

TEST_CASE("villages of other languages can be typed", "[text]") {
  CHECK(telex("Pusk") == "Púk");
  CHECK(telex("Ngojk") == "Ngọk");
}

TEST_CASE("a change of method is for the keys to come", "[text]") {
  Composer composer = type("hoaf ", InputMethod::telex);
  composer.set_method(InputMethod::vni);
  for (const char32_t key : std::u32string_view(U"hoa2")) composer.press(key);
  CHECK(composer.text() == "hoà hoà");
}

TEST_CASE("characters that are no key are refused and change nothing", "[text]") {
  Composer composer = type("a", InputMethod::telex);
  for (const char32_t key : {U'\u0301', U'\u200B', U'\n', U'\x7F', U'\u0130', U'\u4E2D', U'\U0001F600'})
    CHECK_FALSE(composer.press(key));
  CHECK(composer.text() == "a");
}

TEST_CASE("a full line refuses further keys until something is deleted", "[text]") {
  Composer composer(InputMethod::telex);
  for (std::size_t i = 0; i < Composer::kMaxKeys; ++i) REQUIRE(composer.press(U'k'));
  CHECK_FALSE(composer.press(U'k'));
  CHECK(composer.backspace());
  CHECK(composer.press(U'k'));
}

TEST_CASE("an empty line has nothing to delete", "[text]") {
  Composer composer(InputMethod::telex);
  CHECK_FALSE(composer.backspace());
  composer.press(U'a');
  composer.clear();
  CHECK(composer == Composer(InputMethod::telex));
  CHECK(composer.empty());
}
