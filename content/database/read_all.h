#pragma once

#include "content/database/guide_database.h"
#include "content/database/sqlite.h"

namespace conglang::database {

/// Everything in an open database of ours, checked against its fingerprint.
/// Errors: invalid; io.
Result<Stored> read_all(Connection& database);

}  // namespace conglang::database
