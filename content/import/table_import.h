#pragma once
// A commune's own list of procedures to draft guides, one a row. Nothing in such a list is taken as certain:
// every fact is `uncertain`, shown as "cần kiểm tra", unless its row names a source and the day it was
// compared with it. The ledger accounts for every cell, and every row is a draft or is told why it is none.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/guide/guide.h"
#include "content/import/ledger.h"
#include "content/import/table.h"
#include "content/import/table_columns.h"

namespace conglang::import {

struct RowDraft {
  std::size_t row = 0;                     ///< Row::number
  std::string code;                        ///< may be empty
  guide::Guide guide;                      ///< id: a slug of the name, not yet unique
  Ledger ledger;                           ///< by the column's head: "/Lệ phí"
  std::map<Column, std::string> pointers;  ///< into the ledger
};

struct TableDrafts {
  std::vector<RowDraft> drafts;
  std::vector<std::string> remarks;   ///< on the file, and rows that are titles and no procedures
  std::vector<std::string> problems;  ///< rows that gave no draft: "file:row: what, and what to do"
};

/// Reads the rows below the head row. `where` is the file's name, in front of every message.
/// Errors: invalid, there is no head row.
Result<TableDrafts> import_table(const Table& table, std::string_view where);

}  // namespace conglang::import
