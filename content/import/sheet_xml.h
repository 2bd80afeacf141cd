#pragma once
// One sheet of a workbook (ECMA-376 part 1, 18.3) as a table. Cells are read as a person sees them: a date as
// a date, a merged cell in each of its rows; what is not what it seems (a formula, an error) is doubtful.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/import/table.h"

namespace conglang::import {

/// What the cells of every sheet refer to by number.
struct WorkbookParts {
  std::vector<std::string> strings;  ///< shared strings
  std::vector<bool> date_styles;     ///< of each cell style: whether it shows a number as a date
  bool from_1904 = false;            ///< days are counted from 1904-01-01
};

/// xl/sharedStrings.xml. Errors: as parse_xml; too_large.
Result<std::vector<std::string>> read_shared_strings(std::string_view xml, std::string_view where);

/// xl/styles.xml: which cell styles are dates. Errors: as parse_xml.
Result<std::vector<bool>> read_date_styles(std::string_view xml, std::string_view where);

/// xl/worksheets/sheet1.xml. Errors: as parse_xml; too_large, over a limit of table.h.
Result<Table> read_sheet(std::string_view xml, const WorkbookParts& parts, std::string_view where);

/// "BC12" → row 12, column 54 (from 0). Nothing for anything else.
struct CellPlace {
  std::size_t row = 0;
  std::size_t column = 0;
};
std::optional<CellPlace> parse_cell_place(std::string_view reference);

}  // namespace conglang::import
