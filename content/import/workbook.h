#pragma once
// Tables in Excel's .xlsx (ECMA-376). The archive is read in memory, no formula is computed, no link is
// followed, no macro is looked at.

#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/import/table.h"

namespace conglang::import {

/// The sheet `sheet` of the workbook; an empty name: the first that is not hidden. Sheets that are not read
/// are told in the table's remarks. `where` is the file's name, in front of every message.
/// Errors: parse, no workbook (an old .xls among them) or damaged; not_found, no such sheet; too_large, over
/// a limit; forbidden, a password or a document type.
Result<Table> read_workbook(std::string_view bytes, std::string_view where, std::string_view sheet = {});

}  // namespace conglang::import
