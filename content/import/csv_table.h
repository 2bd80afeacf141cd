#pragma once
// Tables in CSV as Excel and other programs write them: separated by commas, semicolons (Excel with
// Vietnamese settings) or tabs, in any encoding that decode_text knows. Parsed by libcsv.

#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/import/table.h"

namespace conglang::import {

/// `where` is the file's name, in front of every message.
/// Errors: parse, not text, or a quotation mark that is never closed, with its line; too_large, over a limit
/// of table.h.
Result<Table> read_csv(std::string_view bytes, std::string_view where);

/// `cell` as it stands in a CSV file: in quotation marks where it needs them.
std::string csv_cell(std::string_view cell, char separator);

}  // namespace conglang::import
