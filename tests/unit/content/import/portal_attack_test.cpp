// Records made to harm: what they hold must end in plain text, in time, and never in a file's path.

#include <catch2/catch_test_macros.hpp>

#include "content/guide/object_reader.h"
#include "content/import/portal_import.h"
#include "tests/support/portal_record.h"

using namespace conglang;
using namespace conglang::import;
using conglang::testing::small_portal_record;
using nlohmann::json;

namespace {

Result<PortalDraft> draft_of(const json& record) {
  return import_portal_record(record.dump(-1, ' ', false, json::error_handler_t::replace), "attack.json");
}

}  // namespace

TEST_CASE("attack: a script in a name leaves nothing behind", "[import][attack]") {
  json record = small_portal_record();
  record["data"]["name"] = "Đăng ký<script>alert('x')</script><img src=x onerror=alert(1)> thử";
  record["data"]["note"] = "&lt;script&gt;alert(2)&lt;/script&gt;<iframe src=//e.vn></iframe>Xem";
  const auto draft = draft_of(record);
  REQUIRE(draft);
  const auto file = draft_file(draft->guide);
  REQUIRE(file);
  for (const char* trace : {"script", "alert", "onerror", "iframe", "<"})
    CHECK(file->find(trace) == std::string::npos);
  CHECK(draft->guide.title.in("vi") == "Đăng ký thử");
}

TEST_CASE("attack: a code or name with a path gives no path", "[import][attack]") {
  json record = small_portal_record();
  record["data"]["code"] = "../../etc/1.000001";
  record["data"]["codeNotation"] = "/etc/passwd";
  record["data"]["name"] = "../../../../etc/cron.d/x\\..\\y";
  const auto draft = draft_of(record);
  REQUIRE(draft);
  CHECK(guide::is_slug(draft->guide.id));
  CHECK(draft->code.find('/') == std::string::npos);
  CHECK_FALSE(draft->code.starts_with('.'));
  CHECK(draft->ledger.entries().at("/data/code").fate == Fate::doubtful);
}

TEST_CASE("attack: huge texts are read in time that grows with their length", "[import][attack]") {
  json record = small_portal_record();
  std::string blanks;
  for (int i = 0; i < 300'000; ++i) blanks += "\xc2\xa0<b>&nbsp;";
  record["data"]["name"] = std::string(2'000'000, '<');
  record["data"]["note"] = blanks;
  record["data"]["executionSteps"][0]["description"] = std::string(1'000'000, '&');
  record["data"]["executionMethods"][0]["fees"][0]["description"] = std::string(1'000'000, '9') + " đồng";
  CHECK(draft_of(record));
}

TEST_CASE("attack: deep nesting is one leaf, not a crash", "[import][attack]") {
  const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
  const auto draft =
      import_portal_record("{\"code\":\"1.1\",\"executionCases\":" + deep + "}", "attack.json");
  REQUIRE(draft);
  CHECK(draft->ledger.entries().size() == 2);
}

TEST_CASE("attack: a fact given twice is not lost in silence", "[import][attack]") {
  const auto draft = import_portal_record(R"({"code":"1.1","name":"A","name":"B"})", "attack.json");
  REQUIRE(draft);
  CHECK(draft->guide.title.in("vi") == "B");
  CHECK(draft->ledger.entries().at("").fate == Fate::doubtful);
}

TEST_CASE("attack: marks that turn the direction of text do not reach a draft", "[import][attack]") {
  json record = small_portal_record();
  record["data"]["name"] = "Đăng ký \u202Ethử\u202C\u200B";
  const auto draft = draft_of(record);
  REQUIRE(draft);
  CHECK(draft->guide.title.in("vi") == "Đăng ký thử");
}

TEST_CASE("attack: numbers beyond reason are not taken for counts, sums or days", "[import][attack]") {
  json record = small_portal_record();
  json& data = record["data"];
  data["executionCases"][0]["profileComponents"][0]["originalQty"] = 18446744073709551615ULL;
  data["executionCases"][0]["profileComponents"][0]["copyQty"] = -5;
  data["executionMethods"][0]["processingTime"] = 1e300;
  data["executionMethods"][0]["fees"][0]["value"] = -9223372036854775807LL;
  data["updatedAt"] = 9223372036854775807LL;
  const auto draft = draft_of(record);
  REQUIRE(draft);
  REQUIRE(draft_file(draft->guide));
  CHECK(draft->guide.cases.at(0).evidence.at(0).originals == 0);
  CHECK_FALSE(draft->guide.cases.at(0).costs.at(0).amount_vnd);
}
