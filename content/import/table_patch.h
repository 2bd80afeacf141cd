#pragma once
// A row about a procedure that the nation has a guide of: not a second guide, but what the commune adds to
// the nation's. Where to go, when it is open, notes and residents' words are the commune's to say; for the
// rest the row is compared with the nation's guide, and a difference is for a person to judge.

#include <string>

#include "content/guide/guide.h"
#include "content/import/table_import.h"

namespace conglang::import {

/// RFC 7396 merge patch of `national`, with a final newline; empty when the row adds nothing. What is not in
/// the patch is marked in the row's ledger, by the heads of its list.
std::string patch_of_row(const guide::Guide& national, RowDraft& row);

}  // namespace conglang::import
