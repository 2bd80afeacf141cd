#include "content/guide/lint/lint_language.h"

#include <catch2/catch_test_macros.hpp>

#include "content/guide/lint/lint_text.h"
#include "content/guide/lint/plain_words.h"

using namespace conglang::guide;

namespace {

template <typename Lint>
std::vector<Finding> findings_in(const std::string& vi, Lint lint) {
  const auto document = parse_document("{\"title\": {\"vi\": \"" + vi + "\"}}", "guide.json");
  REQUIRE(document);
  Report report(*document);
  lint(*document, report);
  return report.findings();
}

std::string syllables(int count) {
  std::string text = "Ba";
  for (int i = 1; i < count; ++i) text += " ba";
  return text + ".";
}

std::vector<Finding> text_findings(const std::string& vi) {
  return findings_in(vi, [](const Document& d, Report& r) { lint_text(d, r); });
}

std::vector<Finding> language_findings(const std::string& vi) {
  return findings_in(vi, [](const Document& d, Report& r) { lint_language(d, r); });
}

}  // namespace

TEST_CASE("a sentence of 22 syllables is the longest", "[lint]") {
  CHECK(language_findings(syllables(22)).empty());
  CHECK(language_findings(syllables(22) + " " + syllables(22)).empty());
  const auto findings = language_findings(syllables(3) + " " + syllables(23));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "sentence-long");
  CHECK(findings[0].message.find("23 tiếng") != std::string::npos);
}

TEST_CASE("a sentence ends at its mark, also before a quotation's end", "[lint]") {
  CHECK(language_findings(syllables(20) + " Ai? " + syllables(20) + " \\\"Rồi.\\\" – " + syllables(21))
            .empty());
}

TEST_CASE("plain speech is read in the first grades, the wording of decrees is not", "[lint]") {
  // Bác mang giấy chứng sinh ra xã. → 7 syllables, 23 letters
  CHECK(reading_grade({1, 7, 23}) < 3);
  CHECK(reading_grade({1, 60, 250}) > 10);
}

TEST_CASE("office words are named with an everyday word, the longest phrase once", "[lint]") {
  const auto words = hard_words_in("Xuất trình cho cơ quan có thẩm quyền theo quy định của pháp luật.");
  REQUIRE(words.size() == 3);
  CHECK(words[0].hard == "theo quy định của pháp luật");
  CHECK(words[1].hard == "cơ quan có thẩm quyền");
  CHECK(words[2].plain == "đưa ra xem");
  CHECK(hard_words_in("Bác đưa thẻ cho cán bộ xem.").empty());
  CHECK(hard_words_in("khớp lệch").empty());
  CHECK(hard_words_in("hợp lệnh").empty());
}

TEST_CASE("each kind of unclean text is told in words that a Word user knows", "[lint]") {
  const std::pair<const char*, const char*> kTexts[] = {
      {"Ngƣời dân", "ƣ"},        {"Hai  cách", "hai dấu cách"}, {"Có\\ttab", "tab"},
      {" đầu", "đầu hoặc cuối"}, {"Tie\u0302\u0301ng", "NFC"},  {"Ẩn\u200b nhé", "ẩn"}};
  for (const auto& [text, words] : kTexts) {
    const std::string wanted = words;
    CAPTURE(text);
    const auto findings = text_findings(text);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "text-unclean");
    CHECK(findings[0].message.find(wanted) != std::string::npos);
  }
}

TEST_CASE("web debris is found, comparisons are not", "[lint]") {
  for (const char* text :
       {"Một<br>hai", "Một &nbsp; hai", "<p>Một</p>", "Một&#273;", "<span style=x>a</span>"}) {
    CAPTURE(text);
    const auto findings = text_findings(text);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "text-html");
  }
  for (const char* text : {"Dưới 14 tuổi: a < b", "Ông & bà; cháu", "A&B", "3 < 5 > 2"}) {
    CAPTURE(text);
    CHECK(text_findings(text).empty());
  }
}

TEST_CASE("abbreviations in capitals are no shouting", "[lint]") {
  CHECK(text_findings("UBND, CCCD, BHYT").empty());
  CHECK(text_findings("Nộp mẫu CT01").empty());
  CHECK(text_findings("THÔNG BÁO CẮT ĐIỆN").size() == 1);
}
