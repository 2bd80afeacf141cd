// Every rule of lint: the ids that people rely on, a bundle in which none fires, and for each rule a change
// that makes it fire.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "content/guide/lint/rules.h"
#include "content/publish/bundle_check.h"
#include "tests/support/careful_bundle.h"
#include "tests/support/sample_local.h"

using namespace conglang;
using namespace conglang::testing;
using guide::Finding;
using guide::Severity;
using nlohmann::json;

namespace {

constexpr const char* kGuide = "national/guides/khai-sinh.json";
constexpr const char* kLinks = "national/links.json";
constexpr const char* kTopics = "national/topics.json";
constexpr const char* kCatalogue = "national/catalogue.json";
constexpr const char* kPlace = "communes/09784/place/thuong-thap.json";
constexpr const char* kNotice = "communes/09784/notices/cat-dien.json";
constexpr const char* kHeritage = "communes/09784/heritage/dinh.json";
constexpr const char* kPatch = "communes/09784/patches/khai-sinh.json";

constexpr const char* kRecording = "communes/09784/audio/dinh.opus";
constexpr const char* kRecorded = R"([{"file": "dinh.opus", "language": "vi"}])";

constexpr auto kError = Severity::error;
constexpr auto kWarning = Severity::warning;
constexpr auto kNote = Severity::note;

// One change to the careful bundle, and where the rule then fires.
struct Broken {
  std::string rule;
  Severity severity;
  std::string path;     // of the file that changes
  std::string pointer;  // of the value that changes; empty: the whole file
  std::string value;    // JSON; empty: the value is taken out
  std::string at;       // JSON Pointer of the finding
};

const std::string kReplaced = R"({
  "$schema": "guide.schema.json", "type": "PublicService", "id": "cu", "status": "replaced",
  "replacedBy": "ket-hon",
  "title": {"vi": "Bài cũ", "en": "Old"}, "cases": [{"id": "mot"}]
})";

// Ids never change: scripts and people may rely on them. A new rule is a new row.
const std::vector<Broken> kTable{
    {"json-syntax", kError, kGuide, "", "{", ""},
    {"schema", kError, kGuide, "/colour", "1", "/colour"},
    {"file-unknown", kError, "national/guide/a.json", "", "{}", ""},
    {"file-missing", kError, kTopics, "", "", ""},
    {"file-name", kError, kGuide, "/id", "\"ket-hon\"", "/id"},
    {"duplicate-id", kError, kTopics, "/topics/1/id", "\"giay-to\"", "/topics/1/id"},
    {"national-name", kError, "communes/09784/guides/khai-sinh.json", "", std::string(kCarefulGuide), "/id"},
    {"patch-misfit", kError, kPatch, "/titel", "{}", "/titel"},
    {"patch-orphan", kError, "communes/09784/patches/ket-hon.json", "", "{}", ""},
    {"set-aside", kError, kPlace, "/zaloGroups/0/url", "\"https://vneid.gov.vn/\"", "/zaloGroups"},
    {"fee-missing", kError, kGuide, "/cases/0/costs", "", "/cases/0"},
    {"fee-mismatch", kError, kGuide, "/cases/0/costs/0/amountVnd", "80000", "/cases/0/costs/0"},
    {"exemptions-missing", kWarning, kGuide, "/cases/0/costs/0/exemptions", "", "/cases/0/costs"},
    {"time-missing", kError, kGuide, "/cases/0/processingTimes", "", "/cases/0"},
    {"legal-basis-missing", kError, kGuide, "/legalResources", "", ""},
    {"channel-missing", kError, kGuide, "/channels", "", ""},
    {"evidence-missing", kWarning, kGuide, "/cases/0/evidence", "", "/cases/0"},
    {"steps-missing", kWarning, kGuide, "/cases/0/steps", "", "/cases/0"},
    {"topic-missing", kError, kGuide, "/lifeEvents", "", ""},
    {"link-missing", kError, kGuide, "/links", "", ""},
    {"topic-unknown", kError, kGuide, "/lifeEvents/0", "\"sinh-doi\"", "/lifeEvents/0"},
    {"most-asked-unknown", kError, kTopics, "/mostAsked/0", "\"ket-hon\"", "/mostAsked/0"},
    {"replaced-by-unknown", kError, "communes/09784/guides/cu.json", "", kReplaced, "/replacedBy"},
    {"guide-unknown", kError, "national/synonyms.json", "/synonyms/0/guides/0", "\"ket-hon\"",
     "/synonyms/0/guides/0"},
    {"code-missing", kWarning, kGuide, "/codes", "", ""},
    {"code-unknown", kWarning, kGuide, "/codes/0/code", "\"1.999999\"", "/codes/0/code"},
    {"catalogue-missing", kNote, kCatalogue, "", "", ""},
    {"place-unknown", kError, kNotice, "/places/0", "\"thuong-thon\"", "/places/0"},
    {"field-unknown", kWarning, "national/sectors.json", "/sectors/0/fields/0/portalNames/0", "\"Đất\"",
     "/sectors/0/fields/0/portalNames/0"},
    {"link-address", kError, kGuide, "/links/0", R"({"url": "http://vneid.gov.vn/"})", "/links/0/url"},
    {"link-host", kError, kGuide, "/links/0", R"({"url": "https://example.org/"})", "/links/0/url"},
    {"link-lookalike", kError, kGuide, "/links/0", R"({"url": "https://dichvucong-gov.vn/"})",
     "/links/0/url"},
    {"link-dead", kError, kGuide, "/links/0",
     R"({"url": "https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc=1.001193"})",
     "/links/0/url"},
    {"link-template-unknown", kError, kGuide, "/links/0/template", "\"portal-serach\"", "/links/0/template"},
    {"link-template-code", kError, kLinks, "/templates/0/url", "\"https://vneid.gov.vn/\"",
     "/templates/0/url"},
    {"link-template-host", kError, kLinks, "/templates/0/url", "\"https://example.org/{code}\"",
     "/templates/0/url"},
    {"host-unfamiliar", kWarning, kLinks, "/hosts/1/host", "\"example.org\"", "/hosts/1/host"},
    {"qr-too-long", kWarning, kGuide, "/links/0",
     R"({"url": "https://vneid.gov.vn/)" + std::string(220, 'a') + "\"}", "/links/0"},
    {"text-unclean", kWarning, kGuide, "/title/vi", "\"Khai  sinh\"", "/title/vi"},
    {"text-html", kError, kGuide, "/title/vi", "\"Khai<br/>sinh\"", "/title/vi"},
    {"text-capitals", kWarning, kGuide, "/title/vi", "\"LÀM GIẤY KHAI SINH\"", "/title/vi"},
    {"sentence-long", kWarning, kGuide, "/description/vi",
     "\"Bác đi ra xã để làm giấy khai sinh cho cháu thì nhớ mang theo đủ giấy của cha và mẹ cháu nhé.\"",
     "/description/vi"},
    {"reading-hard", kWarning, kGuide, "/description/vi",
     "\"Nghiêng nghiêng khuynh hướng thương lượng nghiệp đoàn chuyên trách thường xuyên nghiêm chỉnh. "
     "Những nguyên nguyên trưởng thương thuyền nghiêng nghiêng những người chuyên nghiệp thường xuyên. "
     "Những khuynh hướng chuyên nghiệp nghiêm trang thường nghiêng nghiêng những phương trình.\"",
     ""},
    {"word-hard", kWarning, kGuide, "/description/vi", "\"Bác xuất trình thẻ.\"", "/description/vi"},
    {"translation-missing", kWarning, kGuide, "/description/en", "", "/description"},
    {"review-overdue", kWarning, kGuide, "/reviewBy", "\"2026-11-23\"", "/reviewBy"},
    {"review-missing", kNote, kGuide, "/reviewBy", "", ""},
    {"checked-old", kWarning, kGuide, "/checkedOn", "\"2026-05-27\"", "/checkedOn"},
    {"checked-missing", kWarning, kGuide, "/checkedOn", "", ""},
    {"validity-over", kWarning, kGuide, "/validUntil", "\"2026-11-23\"", "/validUntil"},
    {"change-arrived", kWarning, kGuide, "/comingChanges/0/from", "\"2026-11-24\"", "/comingChanges/0"},
    {"notice-over", kWarning, kNotice, "/until", "\"2026-11-23\"", "/until"},
    {"date-future", kWarning, kGuide, "/checkedOn", "\"2026-11-25\"", "/checkedOn"},
    {"fact-unverified", kNote, kGuide, "/codes/0/provenance/confidence", "\"recalled\"",
     "/codes/0/provenance"},
    {"personal-id", kError, kNotice, "/body/0/vi", "\"Thẻ số 001085012345\"", "/body/0/vi"},
    {"personal-phone", kError, kNotice, "/body/0/vi", "\"Gọi 0987 654 321\"", "/body/0/vi"},
    {"picture-missing", kError, kHeritage, "/pictures/0/file", "\"chua.png\"", "/pictures/0/file"},
    {"picture-format", kError, "communes/09784/pictures/dinh.png", "", "GIF89a", ""},
    {"picture-too-big", kError, "communes/09784/pictures/dinh.png", "", png(8193, 100), ""},
    {"picture-unused", kWarning, "communes/09784/pictures/chua.png", "", png(100, 100), ""},
    {"recording-missing", kError, kHeritage, "/recordings", kRecorded, "/recordings/0/file"},
    {"recording-format", kError, kRecording, "", "RIFF", ""},
    {"recording-too-big", kError, kRecording, "", sample_opus(181), ""},
    {"recording-case", kError, kGuide, "/recordings",
     R"([{"file": "dinh.opus", "language": "vi", "case": "ba-muoi"}])", "/recordings/0"},
    {"recording-stale", kWarning, kHeritage, "/recordings", kRecorded, "/recordings/0"},
    {"recording-unused", kWarning, kRecording, "", sample_opus(20), ""},
};

std::string changed(const std::string& bytes, const Broken& row) {
  if (row.pointer.empty()) return row.value;
  json root = json::parse(bytes);
  const json::json_pointer place(row.pointer);
  if (row.value.empty()) {
    root[place.parent_pointer()].erase(place.back());
  } else {
    root[place] = json::parse(row.value);
  }
  return root.dump(2);
}

std::vector<Finding> findings_with(const Broken& row) {
  guide::Files files = careful_bundle();
  std::string bytes = changed(files[row.path], row);
  bytes.empty() ? void(files.erase(row.path)) : void(files[row.path] = std::move(bytes));
  return publish::check_bundle(files, kCarefulDay).findings;
}

std::set<std::string> ids_of_table() {
  std::set<std::string> ids;
  for (const Broken& row : kTable) ids.insert(row.rule);
  return ids;
}

}  // namespace

TEST_CASE("the ids of the rules are those of this table, for ever", "[lint]") {
  std::set<std::string> ids;
  for (const guide::Rule& rule : guide::all_rules()) ids.insert(std::string(rule.id));
  CHECK(ids == ids_of_table());
}

TEST_CASE("every rule says what it asks for in both languages", "[lint]") {
  for (const guide::Rule& rule : guide::all_rules()) {
    CAPTURE(rule.id);
    CHECK(rule.vi.size() > 10);
    CHECK(rule.en.size() > 10);
  }
}

TEST_CASE("no rule fires on a careful bundle", "[lint]") {
  for (const Finding& finding : publish::check_bundle(careful_bundle(), kCarefulDay).findings) {
    FAIL_CHECK(to_line(finding));
  }
}

TEST_CASE("each rule fires on what it is about, at its file, line and place", "[lint]") {
  for (const Broken& row : kTable) {
    CAPTURE(row.rule);
    const auto findings = findings_with(row);
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [&](const Finding& finding) { return finding.rule == row.rule; });
    if (found == findings.end()) {
      FAIL_CHECK("the rule did not fire");
      for (const Finding& finding : findings) UNSCOPED_INFO(to_line(finding));
      continue;
    }
    CHECK(found->severity == row.severity);
    CHECK(found->path == row.path);
    CHECK(found->pointer == row.at);
    CHECK((found->line > 1) == !row.at.empty());
    CHECK(found->message.size() > 10);
  }
}
