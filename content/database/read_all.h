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

/// The same, but only what a screen at rest shows: no guide, no catalogue, no search words.
Result<Tables> read_front_tables(Connection& database);

/// The row of `shared` that holds the fingerprint of the front tables, as a text of JSON.
inline constexpr std::string_view kFront = "front";

/// Of all rows and of `origin`.
std::string fingerprint_of(const Tables& tables, const Origin& origin);

/// What the row kFront holds.
std::string front_json(const Tables& front, const Origin& origin);

/// Everything in an open database of ours but the bytes of pictures and recordings, checked against its
/// fingerprint. Errors: invalid; io.
Result<Stored> read_all(Connection& database);

/// The content of the front tables, checked against their own fingerprint.
/// Errors: not_found, it was built without one; invalid; io.
Result<Stored> read_front(Connection& database);

enum class MediaTable { picture, recording };

/// The bytes of an open database's picture or recording. Errors: not_found; invalid, they have changed; io.
Result<std::string> read_media(Connection& database, MediaTable table, std::string_view file);

}  // namespace conglang::database
