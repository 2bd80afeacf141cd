#pragma once
// A durable copy of a database, of one moment of it.

#include <filesystem>

#include "content/base/result.h"
#include "content/database/sqlite.h"

namespace conglang::server {

/// What `connection` reads now as a new file at `to`, for its owner's eyes only.
/// Errors: conflict, `to` exists; no_space; io. Nothing is left at `to` then.
Result<void> copy_database(database::Connection& connection, const std::filesystem::path& to);

}  // namespace conglang::server
