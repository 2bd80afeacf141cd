#pragma once
// A list as a table: rows of cells, whatever file it came from. What a cell's file says about it that its
// text does not (a formula, a date that was no date) travels with it, for the report.

#include <cstddef>
#include <string>
#include <vector>

namespace conglang::import {

// A commune's list has some three hundred rows of a dozen columns.
inline constexpr std::size_t kMaxTableBytes = 64UL * 1024 * 1024;
inline constexpr std::size_t kMaxTableRows = 20000;
inline constexpr std::size_t kMaxTableColumns = 200;
inline constexpr std::size_t kMaxCellBytes = 128UL * 1024;  ///< Excel's own limit is 32,767 characters

struct Cell {
  enum class Kind { text, number, date };
  Kind kind = Kind::text;
  std::string text;   ///< as it came: any bytes
  std::string doubt;  ///< why a person should look at it, in Vietnamese; empty: no reason

  bool operator==(const Cell&) const = default;
};

struct Row {
  std::size_t number = 0;  ///< line of a text file, row of a sheet; from 1
  std::vector<Cell> cells;

  bool operator==(const Row&) const = default;
};

struct Table {
  std::vector<Row> rows;             ///< those with any text, by number
  std::vector<std::string> remarks;  ///< on the file as a whole, for a person to read

  bool operator==(const Table&) const = default;
};

}  // namespace conglang::import
