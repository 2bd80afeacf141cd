#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/database/guide_database.h"
#include "content/database/sqlite.h"

namespace conglang::database {

using Row = std::vector<std::string>;  ///< columns as texts; NULL is empty

/// What a database says, not yet understood: the rows of each table in the order of its key, without the
/// bytes of pictures and recordings and the row of origin.
using Tables = std::map<std::string, std::vector<Row>, std::less<>>;

Result<Tables> read_tables(Connection& database);

/// Of all rows and of `origin`.
std::string fingerprint_of(const Tables& tables, const Origin& origin);

/// Everything in an open database of ours but the bytes of pictures and recordings, checked against its
/// fingerprint. Errors: invalid; io.
Result<Stored> read_all(Connection& database);

enum class MediaTable { picture, recording };

/// The bytes of an open database's picture or recording. Errors: not_found; invalid, they have changed; io.
Result<std::string> read_media(Connection& database, MediaTable table, std::string_view file);

}  // namespace conglang::database
