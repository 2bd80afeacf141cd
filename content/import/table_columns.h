#pragma once
// What the columns of a commune's list are called. People write heads in many ways; each is compared folded,
// without what stands in brackets: "Lệ phí (đồng)" is "le phi".

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/import/table.h"

namespace conglang::import {

enum class Column {
  code,
  name,
  field,
  agency,
  time,
  fee,
  exemptions,
  papers,
  place,
  hours,
  law,
  notes,
  terms,
  source,   ///< where the row's facts come from
  checked,  ///< the day on which somebody compared them with it
  audience,
  results,
  steps,
  number,  ///< the row's own number in the list
};

/// What a column may be called; the first name is the one that the template writes.
struct ColumnNames {
  Column column;
  std::vector<std::string_view> names;
};
const std::vector<ColumnNames>& column_names();

/// Nothing for a head that nobody here knows.
std::optional<Column> column_of(std::string_view head);

/// The head row of a table.
struct Heads {
  std::size_t row = 0;                         ///< place in Table::rows
  std::vector<std::optional<Column>> columns;  ///< by place; each Column at most once
  std::vector<std::string> names;              ///< as written, made unique: "Ghi chú (cột 9)"
};

/// The first row that names a column for the procedure's name and one more.
/// Errors: invalid, there is none; the message says what a head row looks like.
Result<Heads> find_heads(const Table& table, std::string_view where);

}  // namespace conglang::import
