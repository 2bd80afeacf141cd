#include "kiosk/model/strings.h"

#include <catch2/catch_test_macros.hpp>
#include <regex>
#include <set>

#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;

namespace {

/// A whole strings file with `text` for every key.
std::string file_with(const std::string& text) {
  std::string json = R"({"language":"xx","name":"X","strings":{)";
  for (const std::string_view key : kKeyNames)
    json += fmt::format("{}\"{}\":\"{}\"", key == kKeyNames.front() ? "" : ",", key, text);
  return json + "}}";
}

std::set<std::string> names_in_braces(const std::string& text) {
  static const std::regex name(R"(\{(\w+)\})");
  std::set<std::string> names;
  for (std::sregex_iterator it(text.begin(), text.end(), name), end; it != end; ++it) names.insert((*it)[1]);
  return names;
}

}  // namespace

TEST_CASE("both languages have every text, with the same names in braces", "[model]") {
  const Catalogue& vi = test::strings().in("vi");
  const Catalogue& en = test::strings().in("en");
  REQUIRE(test::strings().languages() == std::vector<std::string>{"vi", "en"});
  for (std::size_t i = 0; i < kKeyNames.size(); ++i) {
    INFO(kKeyNames[i]);
    const bool spelt_by_number = kKeyNames[i] == "date_long";
    if (!spelt_by_number) CHECK(names_in_braces(vi.texts[i]) == names_in_braces(en.texts[i]));
  }
}

TEST_CASE("a key names the text of its own line", "[model]") {
  const Words words(test::strings().in("vi"));
  CHECK(words(Key::app_name) == "Cổng Làng");
  CHECK(words(Key::december) == "tháng 12");
  CHECK(words(Key::unavailable_text).starts_with("Máy đang thử lại"));
}

TEST_CASE("a strings file that lacks a text, has one more, or is not composed is refused by name",
          "[model]") {
  CHECK(read_strings(file_with("x"), "strings.xx.json"));
  CHECK(read_strings("[]", "strings.xx.json").error().code == Errc::parse);
  CHECK(read_strings("{", "strings.xx.json").error().code == Errc::parse);
  std::string missing = file_with("x");
  missing.replace(missing.find("\"xx\""), 4, "\"vi\"");
  missing.replace(missing.find("\"back\""), 6, "\"bakc\"");
  const auto error = read_strings(missing, "strings.xx.json").error();
  CHECK(error.code == Errc::invalid);
  CHECK(error.message.find("\"back\"") != std::string::npos);
  CHECK(error.message.find("strings.xx.json") != std::string::npos);
  std::string extra = file_with("x");
  extra.insert(extra.rfind("}}"), ",\"new\":\"x\"");
  CHECK(read_strings(extra, "strings.xx.json").error().message.find("\"new\"") != std::string::npos);
  CHECK(read_strings(file_with(""), "strings.xx.json").error().code == Errc::invalid);
  CHECK(read_strings(file_with("e\u0302"), "strings.xx.json").error().code == Errc::invalid);
}

TEST_CASE("a text that a language lacks is Vietnamese, and it is said which", "[model]") {
  std::string half = file_with("x");
  half.erase(half.find("\"back\":"), std::string("\"back\":\"x\",").size());
  const auto catalogue = read_strings(half, "strings.xx.json");
  REQUIRE(catalogue);
  const auto strings = Strings::from({test::strings().in("vi"), *catalogue});
  REQUIRE(strings);
  CHECK(Words(strings->in("xx"))(Key::back) == "Quay lại");
  CHECK(Words(strings->in("xx"))(Key::home) == "x");
  CHECK(strings->remarks() == std::vector<std::string>{"strings.xx.json lacks back"});
  CHECK(test::strings().remarks().empty());
}

TEST_CASE("a page that is not translated says so, one that is does not", "[model]") {
  using test::Kiosk;
  Kiosk kiosk =
      test::reading([](guide::Guide& guide) { guide.cases[0].evidence[0].name = test::text("Tờ khai"); });
  CHECK_FALSE(kiosk.view().chrome.banner);
  kiosk.does({SetLanguage{"en"}});
  REQUIRE(kiosk.view().chrome.banner);
  CHECK(kiosk.view().chrome.banner->kind == BannerView::Kind::untranslated);
  CHECK(kiosk.view().chrome.banner->button.empty());
}

TEST_CASE("there is at least one language, and no language twice", "[model]") {
  const auto catalogue = read_strings(file_with("x"), "strings.xx.json");
  REQUIRE(catalogue);
  CHECK(Strings::from({}).error().code == Errc::invalid);
  CHECK(Strings::from({*catalogue, *catalogue}).error().code == Errc::invalid);
  const auto strings = Strings::from({*catalogue});
  REQUIRE(strings);
  CHECK(strings->in("vi").language == "xx");
}

TEST_CASE("filling replaces the names given and leaves everything else as it stands", "[model]") {
  CHECK(fill("Mã {code}", {{"code", "1.001193"}}) == "Mã 1.001193");
  CHECK(fill("{n}/{of}, {n}", {{"n", "1"}, {"of", "3"}}) == "1/3, 1");
  CHECK(fill("{a} {b", {{"b", "x"}}) == "{a} {b");
  CHECK(fill("}{", {{"", "x"}}) == "}{");
  CHECK(fill("{n}", {{"n", "{n}"}}) == "{n}");
  CHECK(fill("", {}).empty());
  CHECK(Pattern{"Còn {n} việc nữa"}.with(3) == "Còn 3 việc nữa");
  CHECK(Pattern{"Xem tiếp {n}/{of}"}.with(1, 3) == "Xem tiếp 1/3");
}
