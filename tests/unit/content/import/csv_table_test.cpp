#include "content/import/csv_table.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;
using namespace conglang::import;

namespace {

std::vector<std::string> texts(const Row& row) {
  std::vector<std::string> out;
  for (const Cell& cell : row.cells) out.push_back(cell.text);
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the separator is found by the heads it parts, whatever else the rows hold", "[import]") {
  for (const std::string separator : {";", ",", "\t"}) {
    const auto table = read_csv("Danh sách, xã A; năm 2026\r\nMã" + separator + "Tên\r\n1" + separator +
                                    "\"Tách thửa, hợp thửa; đất\"\r\n",
                                "a.csv");
    REQUIRE(table);
    REQUIRE(table->rows.size() == 3);
    CHECK(texts(table->rows[2]) == Texts{"1", "Tách thửa, hợp thửa; đất"});
  }
  const auto told = read_csv("sep=,\nMã,Tên\n", "a.csv");
  REQUIRE(told);
  CHECK(told->rows.at(0).number == 2);
}

TEST_CASE("rows know the line they begin on, over blank lines and cells of several lines", "[import]") {
  const auto table = read_csv("Mã;Tên\n\n1;\"Một\nhai\n\nba\"\n2;\"a \"\"b\"\"\"\n;;\n3;c", "a.csv");
  REQUIRE(table);
  REQUIRE(table->rows.size() == 4);
  CHECK(table->rows[1].number == 3);
  CHECK(table->rows[1].cells[1].text == "Một\nhai\n\nba");
  CHECK(table->rows[2].number == 7);
  CHECK(table->rows[2].cells[1].text == "a \"b\"");
  CHECK(table->rows[3].number == 9);
}

TEST_CASE("what csv_cell writes is read back", "[import]") {
  for (const std::string cell : {"", "a", " a ", "a;b", "a\"b", "a\nb", "\"", "a,b\t"}) {
    const auto table = read_csv("Mã;Tên\nx;" + csv_cell(cell, ';') + "\n", "a.csv");
    REQUIRE(table);
    CHECK(table->rows.at(1).cells.at(1).text == cell);
  }
}

TEST_CASE("attack: a quotation mark that is never closed is told with its line", "[import]") {
  const auto table = read_csv("Mã;Tên\n1;a\n2;\"b\n3;c\n", "a.csv");
  REQUIRE_FALSE(table);
  CHECK(table.error().message.starts_with("a.csv:3: "));
}

TEST_CASE("attack: a million columns, endless rows and endless cells are refused", "[import]") {
  const auto wide = read_csv("Mã;Tên\n" + std::string(1000000, ';') + "x\n", "a.csv");
  REQUIRE_FALSE(wide);
  CHECK(wide.error().code == Errc::too_large);
  CHECK(read_csv("Mã;Tên\n" + std::string(1000000, ';') + "\n", "a.csv"));  // a sheet's empty width
  std::string rows = "Mã;Tên\n";
  for (std::size_t i = 0; i <= kMaxTableRows; ++i) rows += "1;a\n";
  CHECK_FALSE(read_csv(rows, "a.csv"));
  const auto cell = read_csv("Mã;Tên\n1;\"" + std::string(kMaxCellBytes + 1, 'a') + "\"\n", "a.csv");
  REQUIRE_FALSE(cell);
  CHECK(cell.error().message.starts_with("a.csv:2: "));
  CHECK_FALSE(read_csv(std::string(kMaxTableBytes + 1, 'a'), "a.csv"));
}
