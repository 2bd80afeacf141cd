#include "content/import/sheet_xml.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;
using namespace conglang::import;

namespace {

Table sheet_of(const std::string& rows, const WorkbookParts& parts = {}) {
  const auto table = read_sheet("<worksheet><sheetData>" + rows + "</sheetData></worksheet>", parts, "s");
  REQUIRE(table);
  return *table;
}

Cell only_cell(const std::string& cell, const WorkbookParts& parts = {}) {
  const Table table = sheet_of("<row>" + cell + "</row>", parts);
  REQUIRE(table.rows.size() == 1);
  return table.rows[0].cells.at(0);
}

}  // namespace

TEST_CASE("a cell's place is read from its letters and digits, and nothing else is a place", "[import]") {
  const auto place = parse_cell_place("BC12");
  REQUIRE(place);
  CHECK(place->row == 12);
  CHECK(place->column == 54);
  CHECK(parse_cell_place("XFD1048576"));
  for (const char* bad : {"", "A", "1", "A0", "XFE1", "A1048577", "a1", "A-1", "AAAAAAAAAAAAAAAAAAAAAAA1",
                          "A99999999999999999999"}) {
    CHECK_FALSE(parse_cell_place(bad));
  }
}

TEST_CASE("numbers are read as they were typed, without the dust of binary fractions", "[import]") {
  CHECK(only_cell("<c r=\"A1\"><v>1.0011930000000001</v></c>").text == "1.001193");
  CHECK(only_cell("<c r=\"A1\"><v>8000</v></c>").text == "8000");
  CHECK(only_cell("<c r=\"A1\"><v>1E3</v></c>").text == "1000");
  CHECK(only_cell("<c r=\"A1\"><v>abc</v></c>").text == "abc");
}

TEST_CASE("a number in a date's style is that day, from 1900 or 1904", "[import]") {
  WorkbookParts parts;
  parts.date_styles = {false, true};
  const Cell cell = only_cell("<c r=\"A1\" s=\"1\"><v>46221</v></c>", parts);
  CHECK(cell.kind == Cell::Kind::date);
  CHECK(cell.text == "18/07/2026");
  CHECK(only_cell("<c r=\"A1\" s=\"1\"><v>1.5</v></c>", parts).text == "01/01/1900");
  CHECK_FALSE(only_cell("<c r=\"A1\" s=\"1\"><v>-5</v></c>", parts).doubt.empty());
  CHECK_FALSE(only_cell("<c r=\"A1\" s=\"1\"><v>99999999</v></c>", parts).doubt.empty());
  parts.from_1904 = true;
  CHECK(only_cell("<c r=\"A1\" s=\"1\"><v>0</v></c>", parts).text == "01/01/1904");
}

TEST_CASE("formulas, errors and broken references are read as what they show, and doubtful", "[import]") {
  for (const char* cell : {"<c r=\"A1\"><f>1+1</f><v>2</v></c>", "<c r=\"A1\" t=\"e\"><v>#REF!</v></c>",
                           "<c r=\"A1\" t=\"s\"><v>5</v></c>", "<c r=\"A1\" t=\"s\"><v>-1</v></c>",
                           "<c r=\"A1\" t=\"b\"><v>1</v></c>"}) {
    CHECK_FALSE(only_cell(cell).doubt.empty());
  }
}

TEST_CASE("a value merged over rows holds in each of them", "[import]") {
  const auto table = read_sheet(
      "<x:worksheet xmlns:x=\"m\"><x:sheetData>"
      "<x:row r=\"2\"><x:c r=\"A2\" t=\"inlineStr\"><x:is><x:t>Hộ tịch</x:t></x:is></x:c></x:row>"
      "<x:row r=\"3\"><x:c r=\"B3\"><x:v>1</x:v></x:c></x:row></x:sheetData>"
      "<x:mergeCells><x:mergeCell ref=\"A2:A9\"/></x:mergeCells></x:worksheet>",
      {}, "s");
  REQUIRE(table);
  REQUIRE(table->rows.size() == 2);
  CHECK(table->rows[1].number == 3);
  CHECK(table->rows[1].cells.at(0).text == "Hộ tịch");
  CHECK(table->rows[1].cells.at(0).doubt == "lấy từ ô gộp A2:A9");
}

TEST_CASE("date formats are told from number formats, quoted letters and colours", "[import]") {
  const auto styles = read_date_styles(
      "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[Red]0 &quot;đồng/day&quot;\"/>"
      "<numFmt numFmtId=\"165\" formatCode=\"[$-42A]dd/mm/yyyy\"/></numFmts>"
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf "
      "numFmtId=\"165\"/></cellXfs>"
      "</styleSheet>",
      "s");
  CHECK(styles == std::vector<bool>{false, true, false, true});
}

TEST_CASE("attack: deep nesting, odd order and repeated cells neither crash nor lose a row", "[import]") {
  std::string deep = "<worksheet>";
  for (int i = 0; i < 200000; ++i) deep += "<a>";
  for (int i = 0; i < 200000; ++i) deep += "</a>";
  CHECK(read_sheet(deep + "</worksheet>", {}, "s"));
  CHECK_FALSE(read_sheet(deep, {}, "s"));
  const Table table = sheet_of(
      "<row r=\"9\"><c r=\"B9\"><v>2</v></c><c r=\"B9\"><v>3</v></c></row><row r=\"1\"><c><v>1</v></c></row>"
      "<row r=\"18446744073709551615\"><c><v>4</v></c></row><row><c><v>5</v></c></row>");
  REQUIRE(table.rows.size() == 4);
  CHECK(table.rows[2].cells.at(1).text == "3");
}
