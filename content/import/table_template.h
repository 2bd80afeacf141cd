#pragma once
// The CSV file that a commune fills in: every column that import_table reads, and one row as an example.

#include <string>

namespace conglang::import {

/// UTF-8 with a byte order mark, by which Excel knows it, lines ended by CRLF. `separator`: ';' is what Excel
/// with Vietnamese settings expects.
std::string table_template(char separator = ';');

}  // namespace conglang::import
