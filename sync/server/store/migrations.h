#pragma once
// The schema, step by step. A step is never edited after a release: what it did is done on every server.

#include <span>
#include <string_view>

#include "content/base/result.h"
#include "content/database/sqlite.h"

namespace conglang::server {

struct Migration {
  int number = 0;  ///< counted from 1, rising
  std::string_view name;
  std::string_view sql;  ///< of migrations/NNNN-name.sql
};

/// All steps, oldest first.
std::span<const Migration> migrations();

/// Does what `steps` has and the database has not, each step in a transaction of its own.
/// Errors: invalid, the database has a step that `steps` has not; no_space; io.
Result<void> migrate(database::Connection& connection, std::span<const Migration> steps);

}  // namespace conglang::server
