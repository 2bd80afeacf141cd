#include "content/import/workbook.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "content/base/file.h"
#include "content/import/table_import.h"
#include "tests/folders.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::import;

namespace {

// A workbook of tests/support/make_workbook.py.
std::string workbook(const std::string& kind) {
  const conglang::testing::TemporaryFolder folder;
  const std::string path = (folder / "a.xlsx").string();
  const auto made =
      conglang::testing::run({"python3", CONGLANG_SOURCE_DIR "/tests/support/make_workbook.py", kind, path});
  INFO(made.output);
  REQUIRE(made.status == 0);
  const auto bytes = read_file(path, kMaxTableBytes);
  REQUIRE(bytes);
  return *bytes;
}

Error refusal(const std::string& kind) {
  const auto table = read_workbook(workbook(kind), "a.xlsx");
  REQUIRE_FALSE(table);
  CHECK(table.error().message.starts_with("a.xlsx"));
  return table.error();
}

Fate fate(const RowDraft& draft, const std::string& pointer) {
  return draft.ledger.entries().at(pointer).fate;
}

}  // namespace

TEST_CASE("a workbook's list becomes drafts, what Excel changed in it is doubtful", "[import]") {
  const auto table = read_workbook(workbook("good"), "a.xlsx");
  REQUIRE(table);
  const auto drafts = import_table(*table, "a.xlsx");
  REQUIRE(drafts);
  CHECK(drafts->remarks.size() == 2);  // the hidden sheet and the list's title
  REQUIRE(drafts->problems.size() == 1);
  CHECK(drafts->problems[0].starts_with("a.xlsx:5: "));
  REQUIRE(drafts->drafts.size() == 2);
  const RowDraft& first = drafts->drafts[0];
  CHECK(first.code == "1.001193");
  CHECK(first.guide.title.in("vi") == "Đăng ký khai sinh");
  CHECK(first.guide.codes.at(0).provenance.confidence == guide::Confidence::verified);
  CHECK(first.guide.codes.at(0).provenance.checked_on == parse_date("2026-07-18"));
  const RowDraft& second = drafts->drafts[1];
  CHECK(second.code == "2.000630");
  CHECK(second.guide.title.in("vi") == "Cấp bản sao trích lục");
  CHECK(second.guide.cases.at(0).costs.at(0).amount_vnd == 8000);
  CHECK(second.guide.codes.at(0).provenance.confidence == guide::Confidence::uncertain);
  for (const char* doubtful : {"/Mã thủ tục", "/Lệ phí", "/Thời hạn", "/Nguồn"}) {
    CHECK(fate(second, doubtful) == Fate::doubtful);
  }
  CHECK(fate(second, "/Màu") == Fate::unknown);
}

TEST_CASE("a sheet is read by its name, and one that is not there is told with those that are", "[import]") {
  const std::string bytes = workbook("good");
  CHECK(read_workbook(bytes, "a.xlsx", "Ẩn")->rows.empty());
  const auto missing = read_workbook(bytes, "a.xlsx", "Khác");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().message.find("\"Danh sách\"") != std::string::npos);
}

TEST_CASE("attack: a sheet or strings that unpack to hundreds of megabytes are refused", "[import]") {
  CHECK(refusal("bomb").code == Errc::too_large);
  CHECK(refusal("shared_strings").code == Errc::too_large);
}

TEST_CASE("attack: a small workbook whose table would fill the memory is refused", "[import]") {
  CHECK(refusal("amplified").code == Errc::too_large);
  CHECK(refusal("columns").code == Errc::too_large);
  CHECK(refusal("merged_all").code == Errc::too_large);
}

TEST_CASE("attack: declared entities are refused, and undeclared ones stay text", "[import]") {
  CHECK(refusal("entities").code == Errc::forbidden);
  const auto table = read_workbook(workbook("undeclared_entities"), "a.xlsx");
  REQUIRE(table);
  CHECK(table->rows.at(1).cells.at(2).text == "&lol;");
}

TEST_CASE("attack: a sheet outside the archive is not read, and nothing is written outside", "[import]") {
  CHECK(refusal("path_tricks").code == Errc::parse);
  CHECK_FALSE(std::filesystem::exists("/tmp/conglang-escaped"));
}

TEST_CASE("attack: bytes that are no UTF-8 are mended and doubtful", "[import]") {
  const auto drafts = import_table(read_workbook(workbook("bad_utf8"), "a.xlsx").value(), "a.xlsx");
  REQUIRE(drafts);
  CHECK(fate(drafts->drafts.at(0), "/Tên thủ tục") == Fate::doubtful);
}

TEST_CASE("attack: a workbook cut off or changed at any byte is refused or read, never worse", "[import]") {
  const std::string good = workbook("good");
  for (std::size_t length = 0; length < good.size(); length += 7) {
    CHECK_FALSE(read_workbook(good.substr(0, length), "cut.xlsx"));
  }
  for (std::size_t at = 0; at < good.size(); at += 3) {
    std::string changed = good;
    changed[at] = static_cast<char>(changed[at] ^ 0x41);
    const auto table = read_workbook(changed, "changed.xlsx");
    if (table) CHECK(table->rows.size() < 100);
  }
  const auto old = read_workbook("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old.xls");
  REQUIRE_FALSE(old);
  CHECK(old.error().message.find(".xlsx") != std::string::npos);
}
