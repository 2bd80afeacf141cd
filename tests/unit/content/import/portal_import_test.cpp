#include "content/import/portal_import.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "content/base/file.h"
#include "content/guide/guide_json.h"
#include "tests/folders.h"
#include "tests/support/portal_record.h"

using namespace conglang;
using namespace conglang::import;
using conglang::guide::Confidence;
using conglang::testing::leaves_of;
using conglang::testing::small_portal_record;
using nlohmann::json;

namespace {

PortalDraft drafted(const json& record) {
  auto draft = import_portal_record(record.dump(), "record.json", parse_date("2026-07-18"));
  REQUIRE(draft);
  REQUIRE(draft_file(draft->guide));
  return std::move(*draft);
}

Fate fate_of(const PortalDraft& draft, const std::string& pointer) {
  return draft.ledger.entries().at(pointer).fate;
}

}  // namespace

TEST_CASE("a plain record becomes a draft with every fact and where it is from", "[import]") {
  const PortalDraft draft = drafted(small_portal_record());
  const guide::Guide& guide = draft.guide;
  CHECK(guide.id == "dang-ky-thu");
  CHECK(guide.title.in("vi") == "Đăng ký thử");
  CHECK(guide.official_name.in("vi") == "Thủ tục đăng ký thử");
  CHECK(guide.audience.in("vi") == "Công dân Việt Nam");
  CHECK(guide.competent_authority.in("vi") == "Ủy ban nhân dân cấp xã");
  REQUIRE(guide.cases.size() == 1);
  const guide::Case& only = guide.cases[0];
  REQUIRE(only.evidence.size() == 1);
  CHECK(only.evidence[0].name.in("vi") == "Tờ khai");
  CHECK(only.evidence[0].originals == 1);
  CHECK(only.evidence[0].copies == 2);
  REQUIRE(only.steps.size() == 2);
  CHECK(only.steps[0].text.in("vi") == "Nộp hồ sơ tại xã. Ký tên");
  REQUIRE(only.costs.size() == 1);
  CHECK(only.costs[0].amount_vnd == 8000);
  CHECK(only.costs[0].exemptions.at(0).in("vi") == "Miễn phí cho người thuộc hộ nghèo.");
  REQUIRE(only.processing_times.size() == 1);
  CHECK(only.processing_times[0].answer.in("vi") == "3 ngày làm việc");
  CHECK(only.processing_times[0].provenance.confidence == Confidence::verified);
  CHECK(guide.outputs.at(0).name.in("vi") == "Giấy xác nhận");
  CHECK(guide.legal_resources.at(0).number == "60/2014/QH13");
  const guide::Provenance& from = guide.codes.at(0).provenance;
  CHECK(from.source == "Cổng Dịch vụ công quốc gia, mã 1.000001");
  CHECK(from.captured_on == parse_date("2026-07-18"));
  CHECK(from.publisher == "Bộ Tư pháp");
}

TEST_CASE("every leaf of a record is accounted for", "[import]") {
  const auto* file = GENERATE("1.013314", "1.010039", "1.004194", "1.115749");
  const auto bytes =
      read_file(std::string(CONGLANG_SOURCE_DIR "/tests/data/portal/") + file + ".json", 1 << 20);
  REQUIRE(bytes);
  const auto draft = import_portal_record(*bytes, file);
  REQUIRE(draft);
  std::set<std::string> reported;
  for (const auto& entry : draft->ledger.entries()) {
    reported.insert(entry.first);
    INFO(entry.first);
    CHECK(entry.second.fate != Fate::unknown);
  }
  CHECK(reported == leaves_of(json::parse(*bytes)));
}

TEST_CASE("a real record becomes a guide that reads back the same", "[import]") {
  const auto* file = GENERATE("1.013314", "1.010039", "1.004194", "1.115749");
  const auto bytes =
      read_file(std::string(CONGLANG_SOURCE_DIR "/tests/data/portal/") + file + ".json", 1 << 20);
  REQUIRE(bytes);
  const auto draft = import_portal_record(*bytes, file);
  REQUIRE(draft);
  const auto written = draft_file(draft->guide);
  REQUIRE(written);
  const auto read = guide::read_guide(*written, file);
  REQUIRE(read);
  CHECK(*read == draft->guide);
}

TEST_CASE("a field that nobody knows is reported as unknown and stops nothing", "[import]") {
  json record = small_portal_record();
  record["data"]["moi"]["sau"] = "x";
  const PortalDraft draft = drafted(record);
  CHECK(fate_of(draft, "/data/moi/sau") == Fate::unknown);
  CHECK(draft.guide.cases.at(0).evidence.size() == 1);
}

TEST_CASE("a time that the table of cases contradicts is uncertain, and both are told", "[import]") {
  json record = small_portal_record();
  record["data"]["cases"][0]["processingDay"]["qty"] = 5;
  const PortalDraft draft = drafted(record);
  const auto& times = draft.guide.cases.at(0).processing_times;
  REQUIRE(times.size() == 2);
  CHECK(times[0].provenance.confidence == Confidence::uncertain);
  CHECK(times[0].note.in("vi").find("5 ngày làm việc") != std::string_view::npos);
  CHECK(times[1].answer.in("vi") == "5 ngày làm việc");
  CHECK(fate_of(draft, "/data/executionMethods/0/processingTime") == Fate::doubtful);
}

TEST_CASE("a time that its own description contradicts is uncertain", "[import]") {
  json record = small_portal_record();
  record["data"]["executionMethods"][0]["description"] = "Xã miền núi: không quá 13 ngày làm việc.";
  const PortalDraft draft = drafted(record);
  CHECK(draft.guide.cases.at(0).processing_times.at(0).provenance.confidence == Confidence::uncertain);
  CHECK(fate_of(draft, "/data/executionMethods/0/description") == Fate::doubtful);
}

TEST_CASE("a missing unit is taken from the table of cases, to be confirmed", "[import]") {
  json record = small_portal_record();
  record["data"]["executionMethods"][0]["processingTimeUnit"] = "OTHER";
  const PortalDraft draft = drafted(record);
  const auto& times = draft.guide.cases.at(0).processing_times;
  REQUIRE(times.size() == 1);
  CHECK(times[0].answer.in("vi") == "3 ngày làm việc");
  CHECK(times[0].provenance.confidence == Confidence::uncertain);
}

TEST_CASE("zero without a word is no proof that a thing is free", "[import]") {
  json record = small_portal_record();
  json& fee = record["data"]["executionMethods"][0]["fees"][0];
  fee["value"] = 0;
  fee["description"] = "";
  const auto cost = drafted(record).guide.cases.at(0).costs.at(0);
  CHECK_FALSE(cost.amount_vnd);
  CHECK(cost.provenance.confidence == Confidence::uncertain);
  fee["description"] = "Miễn lệ phí. Phí bản sao theo Thông tư số 281/2016/TT-BTC.";
  const auto free = drafted(record).guide.cases.at(0).costs.at(0);
  CHECK(free.amount_vnd == 0);
  CHECK(free.note.in("vi") == "Phí bản sao theo Thông tư số 281/2016/TT-BTC.");
}

TEST_CASE("a fee that its own description contradicts is uncertain", "[import]") {
  json record = small_portal_record();
  record["data"]["executionMethods"][0]["fees"][0]["value"] = 9000;
  const PortalDraft draft = drafted(record);
  CHECK(draft.guide.cases.at(0).costs.at(0).provenance.confidence == Confidence::uncertain);
  CHECK(fate_of(draft, "/data/executionMethods/0/fees/0/value") == Fate::doubtful);
}

TEST_CASE("counts in words are read and marked doubtful", "[import]") {
  json record = small_portal_record();
  json& paper = record["data"]["executionCases"][0]["profileComponents"][0];
  paper["originalQty"] = "01 bản chính + 02 bản sao";
  paper["copyQty"] = nullptr;
  const PortalDraft draft = drafted(record);
  const auto& evidence = draft.guide.cases.at(0).evidence.at(0);
  CHECK(evidence.originals == 1);
  CHECK(evidence.copies == 2);
  CHECK(evidence.provenance.confidence == Confidence::uncertain);
  CHECK(fate_of(draft, "/data/executionCases/0/profileComponents/0/originalQty") == Fate::doubtful);
}

TEST_CASE("papers without counts are doubtful, remarks among them become notes", "[import]") {
  json record = small_portal_record();
  json& papers = record["data"]["executionCases"][0]["profileComponents"];
  papers = json::parse(R"([{"name": "Đơn xin", "originalQty": 0, "copyQty": 0},
                           {"name": "Trường hợp gửi thư thì kèm bản sao.", "originalQty": 0, "copyQty": 0}])");
  const PortalDraft draft = drafted(record);
  REQUIRE(draft.guide.cases.at(0).evidence.size() == 1);
  CHECK(draft.guide.cases[0].evidence[0].provenance.confidence == Confidence::uncertain);
  CHECK(draft.guide.notes.at(0).in("vi") == "Trường hợp gửi thư thì kèm bản sao.");
}

TEST_CASE("situations become cases, headings of lists do not", "[import]") {
  json record = small_portal_record();
  record["data"]["executionCases"] = json::parse(R"([
    {"name": "a) Vào nhà của mình, hồ sơ gồm:", "profileComponents": [{"name": "A", "originalQty": 1, "copyQty": 0}]},
    {"name": "Vào nhà thuê", "profileComponents": [{"name": "B", "originalQty": 1, "copyQty": 0}]},
    {"name": " * Giấy tờ phải xuất trình: ", "profileComponents": [{"name": "C", "originalQty": 1, "copyQty": 0}]}])");
  const guide::Guide guide = drafted(record).guide;
  REQUIRE(guide.cases.size() == 2);
  CHECK(guide.cases[0].label.in("vi") == "Vào nhà của mình");
  CHECK(guide.cases[1].id == "vao-nha-thue");
  CHECK_FALSE(guide.case_question.empty());
  for (const guide::Case& one : guide.cases) {
    REQUIRE(one.evidence.size() == 2);
    CHECK(one.evidence[1].handling == guide::Evidence::Handling::show);
    CHECK(one.steps.size() == 2);
  }
}

TEST_CASE("a record without its envelope is read as well", "[import]") {
  const PortalDraft draft = drafted(small_portal_record()["data"]);
  CHECK(draft.code == "1.000001");
  CHECK(draft.ledger.counts().unknown == 0);
}

TEST_CASE("what is not JSON is refused with its line, what has no code with its file", "[import]") {
  const auto broken = import_portal_record("{\n\"a\": 1,\n", "a.json");
  REQUIRE_FALSE(broken);
  CHECK(broken.error().message.starts_with("a.json:"));
  const auto without = import_portal_record("{\"data\": {\"name\": \"x\"}}", "b.json");
  REQUIRE_FALSE(without);
  CHECK(without.error().message.starts_with("b.json: không có mã"));
}

TEST_CASE("a record without papers or fees is doubtful there", "[import]") {
  json record = small_portal_record();
  record["data"]["executionCases"][0]["profileComponents"] = json::array();
  record["data"]["executionMethods"][0]["fees"] = json::array();
  const PortalDraft draft = drafted(record);
  CHECK(draft.guide.cases.size() == 1);
  CHECK(fate_of(draft, "/data/executionCases/0/profileComponents") == Fate::doubtful);
  CHECK(fate_of(draft, "/data/executionMethods/0/fees") == Fate::doubtful);
}

TEST_CASE("a police office is a channel of its own kind", "[import]") {
  json record = small_portal_record();
  record["data"]["unitGroupsExecuting"][0]["name"] = "Công an cấp xã";
  CHECK(drafted(record).guide.channels.at(0).kind == guide::Channel::Kind::police);
}
