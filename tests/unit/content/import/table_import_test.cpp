#include "content/import/table_import.h"

#include <catch2/catch_test_macros.hpp>

#include "content/import/csv_table.h"
#include "content/import/portal_import.h"
#include "content/import/table_template.h"

using namespace conglang;
using namespace conglang::import;

namespace {

TableDrafts drafts_of(const std::string& csv) {
  const auto table = read_csv(csv, "ds.csv");
  REQUIRE(table);
  const auto drafts = import_table(*table, "ds.csv");
  REQUIRE(drafts);
  return *drafts;
}

RowDraft draft_of(const std::string& heads, const std::string& row) {
  TableDrafts drafts = drafts_of(heads + "\n" + row + "\n");
  REQUIRE(drafts.drafts.size() == 1);
  CHECK(draft_file(drafts.drafts[0].guide));
  return std::move(drafts.drafts[0]);
}

std::string_view vi(const guide::Text& text) {
  return text.in("vi");
}

}  // namespace

TEST_CASE("the template is read with nothing unknown, and everything in it needs checking", "[import]") {
  for (const char separator : {';', ',', '\t'}) {
    const TableDrafts drafts = drafts_of(table_template(separator));
    CHECK(drafts.problems.empty());
    REQUIRE(drafts.drafts.size() == 1);
    const RowDraft& draft = drafts.drafts[0];
    CHECK(draft.row == 2);
    CHECK(draft.ledger.counts().unknown == 0);
    CHECK(draft.ledger.counts().doubtful == 0);
    const guide::Case& one = draft.guide.cases.at(0);
    CHECK(one.evidence.size() == 2);
    CHECK(vi(one.evidence.at(0).name) == "Tờ khai cấp bản sao trích lục hộ tịch");
    CHECK(one.evidence.at(0).originals == 1);
    CHECK(one.costs.at(0).amount_vnd == 8000);
    CHECK(one.costs.at(0).exemptions.size() == 2);
    CHECK(vi(draft.guide.channels.at(0).hours).find("13:30") != std::string::npos);
    CHECK(draft.guide.legal_resources.at(0).number == "60/2014/QH13");
    CHECK(draft.guide.links.at(0).code == draft.code);
    CHECK(one.costs.at(0).provenance.confidence == guide::Confidence::uncertain);
    CHECK(one.costs.at(0).provenance.source == "Danh sách của xã: ds.csv, dòng 2");
  }
}

TEST_CASE("heads are known however they are written", "[import]") {
  const RowDraft draft =
      draft_of("stt;MÃ TTHC;Tên thủ  tục hành chính;PHÍ, LỆ PHÍ (đồng);Thành phần hồ sơ (*)",
               "1;2.1;Thủ tục tách hộ;8.000;a");
  CHECK(draft.code == "2.1");
  CHECK(vi(draft.guide.title) == "Tách hộ");
  CHECK(draft.guide.cases[0].costs.at(0).amount_vnd == 8000);
  CHECK(draft.ledger.counts().unknown == 0);
  CHECK(draft.ledger.counts().omitted == 1);
}

TEST_CASE("facts are verified only where the row names a source and a day", "[import]") {
  const std::string heads = "Tên;Lệ phí;Nguồn;Ngày kiểm tra";
  const auto confidence = [&](const std::string& row) {
    return draft_of(heads, row).guide.cases.at(0).costs.at(0).provenance.confidence;
  };
  CHECK(confidence("A;Miễn phí;NQ 12/2026;18/07/2026") == guide::Confidence::verified);
  CHECK(confidence("A;Miễn phí;NQ 12/2026;") == guide::Confidence::uncertain);
  CHECK(confidence("A;Miễn phí;;18/07/2026") == guide::Confidence::uncertain);
  CHECK(confidence("A;Miễn phí;NQ 12/2026;31/02/2026") == guide::Confidence::uncertain);
  CHECK(confidence("A;Miễn phí;NQ 12/2026;hôm qua") == guide::Confidence::uncertain);
}

TEST_CASE("a fee is an amount only where the cell names one", "[import]") {
  const auto cost = [](const std::string& cell) {
    return draft_of("Tên;Lệ phí", "A;" + cell).guide.cases.at(0).costs.at(0);
  };
  CHECK(cost("Không").amount_vnd == 0);
  CHECK(cost("0").amount_vnd == 0);
  CHECK(cost("20000").amount_vnd == 20000);
  CHECK(cost("20.000đ").amount_vnd == 20000);
  CHECK(vi(cost("8.000 đồng một bản").answer) == "8.000 đ");
  CHECK(vi(cost("8.000 đồng một bản").note) == "8.000 đồng một bản");
  CHECK_FALSE(cost("5.000 đồng hoặc 8.000 đồng").amount_vnd);
  CHECK_FALSE(cost("Theo quy định của tỉnh").amount_vnd);
}

TEST_CASE("every cell is accounted for: unknown columns, a head given twice, cells beyond the heads",
          "[import]") {
  const RowDraft draft = draft_of("Mã;Tên;Ghi chú;Ghi chú;Màu", "1.1;A;một;hai;xanh;thừa");
  const auto& entries = draft.ledger.entries();
  CHECK(entries.at("/Ghi chú").fate == Fate::kept);
  CHECK(entries.at("/Ghi chú (cột 4)").fate == Fate::unknown);
  CHECK(entries.at("/Màu").fate == Fate::unknown);
  CHECK(entries.at("/cột 6").fate == Fate::unknown);
  CHECK(draft.ledger.counts().all() == 6);
}

TEST_CASE("titles of the list are told and rows without a name are problems", "[import]") {
  const TableDrafts drafts =
      drafts_of("DANH MỤC;;\nMã;Tên;Lệ phí\nI. Hộ tịch;;\n;II. Đất đai;\n1.1;;5.000 đồng\n1.2;;\n");
  CHECK(drafts.remarks.size() == 1);
  CHECK(drafts.problems.size() == 3);  // a lone text in the code's column may be a code
  CHECK(drafts.drafts.size() == 1);
}

TEST_CASE("a file without heads is refused with where to get them", "[import]") {
  const auto table = read_csv("a;b\nc;d\n", "ds.csv");
  REQUIRE(table);
  const auto drafts = import_table(*table, "ds.csv");
  REQUIRE_FALSE(drafts);
  CHECK(drafts.error().message.find("--template") != std::string::npos);
}

TEST_CASE("attack: a cell that looks like a formula is kept as text and doubtful", "[import]") {
  const RowDraft draft = draft_of("Mã;Tên;Ghi chú", "1.1;A;\"=HYPERLINK(\"\"http://x\"\")\"");
  CHECK(draft.ledger.entries().at("/Ghi chú").fate == Fate::doubtful);
  CHECK(vi(draft.guide.notes.at(0)) == "=HYPERLINK(\"http://x\")");
}

TEST_CASE("attack: markup, control characters and paths in cells stay out of texts and names", "[import]") {
  const RowDraft draft =
      draft_of("Mã;Tên;Giấy tờ", "../../x;<script>alert(1)</script>../../etc\x01/passwd;<b>Tờ khai</b>");
  CHECK(draft.code == "x");
  CHECK(draft.guide.id == "etc-passwd");
  CHECK(vi(draft.guide.title).find('<') == std::string_view::npos);
  CHECK(vi(draft.guide.cases[0].evidence.at(0).name) == "Tờ khai");
}
