#pragma once
// One row of a commune's list under reading. Inner interface of table_import.

#include <map>
#include <string>
#include <vector>

#include "content/guide/guide.h"
#include "content/import/source_node.h"
#include "content/import/table_columns.h"

namespace conglang::import {

struct RowReading {
  const std::map<Column, SourceNode>& cells;
  guide::Guide& guide;
  Ledger& ledger;
  guide::Provenance provenance;  ///< of every fact in the row

  /// The cell in `column`; an absent node when the list has no such column.
  SourceNode at(Column column) const;
};

/// The pieces of a cell that holds several things: one a line, or between semicolons; without list marks.
std::vector<std::string> pieces_in(const SourceText& text);

/// Lệ phí, miễn giảm.
void read_row_fees(RowReading& in);

/// Thời hạn.
void read_row_time(RowReading& in);

/// Giấy tờ.
void read_row_papers(RowReading& in);

/// Nơi nộp, giờ làm việc.
void read_row_places(RowReading& in);

/// Căn cứ pháp lý.
void read_row_law(RowReading& in);

}  // namespace conglang::import
