#include "content/publish/bundle_check.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/careful_bundle.h"
#include "tests/support/sample_bundle.h"

using namespace conglang;
using namespace conglang::testing;
using publish::Checked;

namespace {

Checked check_bundle(const guide::Files& files) {
  return publish::check_bundle(files, kCarefulDay);
}

// The errors, each as it is printed: warnings are lint_rules_test's.
std::vector<std::string> problems_in(const Checked& checked) {
  std::vector<std::string> lines;
  for (const guide::Finding& finding : checked.findings) {
    if (finding.severity == guide::Severity::error) lines.push_back(to_line(finding));
  }
  return lines;
}

constexpr const char* kGuide = "national/guides/khai-sinh.json";
constexpr const char* kPatch = "communes/09784/patches/khai-sinh.json";

// The problems of the sample bundle with `path` holding `bytes`.
std::vector<std::string> problems_with(const std::string& path, const std::string& bytes) {
  guide::Files files = sample_bundle();
  files[path] = bytes;
  return problems_in(check_bundle(files));
}

std::vector<std::string> problems_of_guide(std::string_view from, std::string_view to) {
  return problems_with(kGuide, with(kSampleGuide, from, to));
}

// Exactly one problem, in `path` at `line`, which says `words`.
bool is_one(const std::vector<std::string>& problems, const std::string& path, int line,
            std::string_view words) {
  return problems.size() == 1 && problems[0].starts_with(path + ":" + std::to_string(line) + ": ") &&
         problems[0].find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a sound bundle has no problems and comes out in the canonical form", "[publish]") {
  const Checked checked = check_bundle(sample_bundle());
  CHECK(problems_in(checked) == std::vector<std::string>{});
  CHECK(checked.guides == 3);
  CHECK(checked.patches == 1);
  CHECK(checked.places == 1);
  CHECK(checked.communes == std::vector<std::string>{"09784"});
  CHECK(checked.files.size() == sample_bundle().size());
  const Checked again = check_bundle(checked.files);
  CHECK(problems_in(again).empty());
  CHECK(again.files == checked.files);
}

TEST_CASE("the canonical files assemble to the same content", "[publish]") {
  const auto before = guide::assemble(sample_bundle(), kSampleCommune);
  const auto after = guide::assemble(check_bundle(sample_bundle()).files, kSampleCommune);
  REQUIRE(before);
  REQUIRE(after);
  CHECK(before->content == after->content);
}

TEST_CASE("a canonical patch keeps its order, its removals and clean texts", "[publish]") {
  guide::Files files = sample_bundle();
  files[kPatch] = "{\"shortTitle\": {\"vi\": \" Khai\u00a0 sinh \"}, \"changeNote\": null}";
  const Checked checked = check_bundle(files);
  CHECK(problems_in(checked) == std::vector<std::string>{});
  CHECK(checked.files.find(kPatch)->second ==
        "{\n  \"shortTitle\": {\n    \"vi\": \"Khai sinh\"\n  },\n  \"changeNote\": null\n}\n");
}

TEST_CASE("problems of all files are told, file by file and line by line", "[publish]") {
  guide::Files files = sample_bundle();
  files["national/guides/khai-tu.json"] = "{\n\"a\": 1,\n}";
  files[kGuide] =
      with(with(kSampleGuide, "\"sinh-con\"", "\"sinh-doi\""), "\"2026-11-23\"", "\"23-11-2026\"");
  files["communes/09784/place/thuong-thap.json"] = "{}";
  const std::vector<std::string> problems = problems_in(check_bundle(files));
  REQUIRE(problems.size() >= 5);
  CHECK(problems[0].starts_with("communes/09784/place/thuong-thap.json:1: "));
  CHECK(problems[3].starts_with("national/guides/khai-sinh.json:"));
  CHECK(problems[4].starts_with("national/guides/khai-tu.json:3: "));
}

TEST_CASE("a topic that does not exist is named with its line", "[publish]") {
  CHECK(is_one(problems_of_guide("[\"sinh-con\"]", "[\"sinh-doi\"]"), kGuide, 9, "sinh-doi"));
  CHECK(is_one(problems_of_guide("\"lifeEvents\": [\"sinh-con\"],", ""), kGuide, 1, "lifeEvents"));
}

TEST_CASE("attack: a link outside the allow-list never leaves the desk", "[publish][security]") {
  const std::string_view link = R"({"template": "portal-search", "code": "1.001193"})";
  CHECK(is_one(problems_of_guide(link, R"({"url": "https://dichvucong-gov.vn/"})"), kGuide, 75,
               "dichvucong-gov.vn"));
  CHECK(is_one(problems_of_guide(link, R"({"template": "khong-co", "code": "1.001193"})"), kGuide, 75,
               "khong-co"));
  CHECK(problems_of_guide(link, R"({"url": "https://zalo.me/g/thuongthap"})").empty());
}

TEST_CASE("attack: a commune's patch cannot bring a link in past the allow-list", "[publish][security]") {
  CHECK(is_one(problems_with(kPatch, "{\n\"links\": [{\"url\": \"https://evil.example/\"}]\n}"), kPatch, 2,
               "evil.example"));
}

TEST_CASE("a guide tells fee, time, legal basis, where, and a link", "[publish]") {
  CHECK(is_one(problems_of_guide(R"([
    {"number": "60/2014/QH13", "provenance": {"confidence": "verified", "source": "mã 1.001193"}}
  ])",
                                 "[]"),
               kGuide, 1, "legalResources"));
  CHECK(is_one(problems_of_guide(R"([{"template": "portal-search", "code": "1.001193"}])", "[]"), kGuide, 1,
               "links"));
  const std::string_view cost =
      R"({"answer": {"vi": "8.000 đ"}, "provenance": {"confidence": "uncertain", "source": "bảng phí"}})";
  CHECK(is_one(problems_of_guide(cost, ""), kGuide, 46, "costs"));
}

TEST_CASE("a fee for some ways of filing only leaves the others untold", "[publish]") {
  const std::string second_channel = R"("channels": [
    {
      "id": "truc-tuyen",
      "kind": "online",
      "name": {"vi": "Trên điện thoại"},
      "provenance": {"confidence": "verified", "source": "x"}
    },
    {
      "id": "quay",)";
  std::string json = with(kSampleGuide, "\"channels\": [\n    {\n      \"id\": \"quay\",", second_channel);
  CHECK(problems_with(kGuide, json).empty());
  json = with(json, "\"amountVnd\": 0,", "\"amountVnd\": 0, \"channels\": [\"quay\"],");
  const auto problems = problems_with(kGuide, json);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].find("/cases/0/costs: ") != std::string::npos);
  CHECK(problems[0].find("truc-tuyen") != std::string::npos);
}

TEST_CASE("a guide that is not shown need not be complete, but what replaces it must exist", "[publish]") {
  const std::string_view title = "\"title\": {\"vi\": \"Làm";
  guide::Files files = sample_bundle();
  files["national/topics.json"] = with(kSampleTopics, "\"khai-sinh\"", "\"khai-tu\"");
  std::string json = with(kSampleGuide, title, "\"status\": \"withdrawn\", \"title\": {\"vi\": \"Làm");
  files[kGuide] = with(json, "\"lifeEvents\": [\"sinh-con\"],", "");
  CHECK(problems_in(check_bundle(files)).empty());
  files[kGuide] =
      with(kSampleGuide, title,
           "\"status\": \"replaced\", \"replacedBy\": \"khai-sinh-moi\", \"title\": {\"vi\": \"Làm");
  CHECK(is_one(problems_in(check_bundle(files)), kGuide, 8, "khai-sinh-moi"));
}

TEST_CASE("residents' words mean guides that are shown", "[publish]") {
  const auto problems =
      problems_with("national/synonyms.json", with(kSampleSynonyms, "[\"khai-sinh\"]", "[\"ket-hon\"]"));
  CHECK(is_one(problems, "national/synonyms.json", 5, "ket-hon"));
}

TEST_CASE("a spelling is one word and says what it means", "[publish]") {
  CHECK(is_one(problems_with("national/synonyms.json", with(kSampleSynonyms, "\"sanh\"", "\"khai sanh\"")),
               "national/synonyms.json", 3, "dấu cách"));
  CHECK(is_one(problems_with("national/synonyms.json", with(kSampleSynonyms, ", \"meant\": \"sinh\"", "")),
               "national/synonyms.json", 3, "meant"));
}

TEST_CASE("what is asked most must be shown", "[publish]") {
  const auto problems = problems_with("national/topics.json",
                                      with(kSampleTopics, "[\"khai-sinh\"]", "[\"khai-sinh\", \"ket-hon\"]"));
  CHECK(is_one(problems, "national/topics.json", 6, "ket-hon"));
}

TEST_CASE("a file that belongs to no bundle is told, not dropped", "[publish]") {
  for (const char* path : {"national/guide/khai-sinh.json", "communes/09784/links.json", "khai-sinh.json",
                           "communes/dan-phuong/guides/a.json", "national/guides/Khai-Sinh.json"}) {
    CHECK(is_one(problems_with(path, "{}"), path, 1, "không phải tệp của gói"));
  }
}

TEST_CASE("a commune adds by a patch, never by a guide of the nation's name", "[publish]") {
  const std::string path = "communes/09784/guides/khai-tu.json";
  CHECK(is_one(problems_with(path, sample_guide_named("khai-tu")), path, 4, "patches/"));
  CHECK(is_one(problems_with("communes/09784/patches/la.json", "{}"), "communes/09784/patches/la.json", 1,
               "\"la\""));
}

TEST_CASE("a file is named as its guide or place", "[publish]") {
  CHECK(is_one(problems_with("national/guides/ket-hon.json", std::string(kSampleGuide)),
               "national/guides/ket-hon.json", 4, "ket-hon"));
  CHECK(is_one(problems_with("communes/09784/place/khac.json", std::string(kSamplePlace)),
               "communes/09784/place/khac.json", 2, "khac"));
}

TEST_CASE("links.json and topics.json must be there", "[publish]") {
  guide::Files files = sample_bundle();
  files.erase("national/links.json");
  files.erase("national/topics.json");
  const auto problems = problems_in(check_bundle(files));
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].starts_with("national/links.json:1: "));
  CHECK(problems[1].starts_with("national/topics.json:1: "));
}
