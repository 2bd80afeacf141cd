#pragma once
// The shape of guides.db. A change of it raises kSchemaVersion: a kiosk refuses what it does not know.

#include <cstdint>
#include <string>

namespace conglang::database {

inline constexpr std::int64_t kApplicationId = 0x434c4744;  ///< "CLGD"
inline constexpr std::int64_t kSchemaVersion = 2;

/// Makes the empty database. `fingerprint` is a digest of every text below (fingerprint.h): SQLite has no
/// checksums of its own, and cheap storage rots.
inline constexpr const char* kCreateTables = R"sql(
CREATE TABLE origin (
  one          INTEGER PRIMARY KEY CHECK (one = 1),
  commune      TEXT NOT NULL,
  generation   INTEGER NOT NULL,
  published_at TEXT NOT NULL,
  fingerprint  TEXT NOT NULL
) STRICT;
CREATE TABLE shared (
  name TEXT PRIMARY KEY,
  json TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE guide (
  id          TEXT PRIMARY KEY,
  title       TEXT NOT NULL,
  checked_on  TEXT,
  valid_until TEXT,
  local_text_in_question INTEGER NOT NULL,
  json        TEXT NOT NULL
) STRICT;
CREATE TABLE place (
  id   TEXT PRIMARY KEY,
  json TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE body USING fts5(id UNINDEXED, words, tokenize = "unicode61 remove_diacritics 0");
)sql";

}  // namespace conglang::database
