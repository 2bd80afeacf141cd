#pragma once
// The shape of guides.db. A change of it raises kSchemaVersion: a kiosk refuses what it does not know.

#include <cstdint>
#include <string>

namespace conglang::database {

inline constexpr std::int64_t kApplicationId = 0x434c4744;  ///< "CLGD"
inline constexpr std::int64_t kSchemaVersion = 4;

/// Makes the empty database. `fingerprint` is a digest of everything below but the bytes of pictures and
/// recordings, which have their own (content/base/fingerprint.h); the row "front" of `shared` is a digest of
/// what a screen at rest shows: SQLite has no checksums of its own, and cheap storage rots. JSON is the
/// canonical form of content/guide; the catalogue is in rows, so that a kiosk starts without parsing a
/// megabyte.
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
  status      TEXT NOT NULL,
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
CREATE TABLE notice (
  id         TEXT PRIMARY KEY,
  first_day  TEXT NOT NULL,
  last_day   TEXT NOT NULL,
  json       TEXT NOT NULL
) STRICT;
CREATE TABLE heritage (
  id   TEXT PRIMARY KEY,
  json TEXT NOT NULL
) STRICT;
CREATE TABLE product (
  id   TEXT PRIMARY KEY,
  json TEXT NOT NULL
) STRICT;
CREATE TABLE catalogue_origin (
  one         INTEGER PRIMARY KEY CHECK (one = 1),
  source      TEXT NOT NULL,
  captured_on TEXT
) STRICT;
CREATE TABLE catalogue_field (
  place INTEGER PRIMARY KEY,
  name  TEXT NOT NULL
) STRICT;
CREATE TABLE catalogue_agency (
  place         INTEGER PRIMARY KEY,
  name          TEXT NOT NULL,
  commune_level INTEGER NOT NULL
) STRICT;
CREATE TABLE catalogue (
  code     TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  fields   TEXT NOT NULL,  -- places in catalogue_field, as "3,7"
  agencies TEXT NOT NULL   -- places in catalogue_agency
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE body USING fts5(id UNINDEXED, words, tokenize = "unicode61 remove_diacritics 0");
CREATE TABLE picture (
  file        TEXT PRIMARY KEY,
  format      TEXT NOT NULL,
  width_px    INTEGER NOT NULL,
  height_px   INTEGER NOT NULL,
  size        INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  bytes       BLOB NOT NULL
) STRICT;
CREATE TABLE recording (
  file        TEXT PRIMARY KEY,
  seconds     INTEGER NOT NULL,
  size        INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  bytes       BLOB NOT NULL
) STRICT;
)sql";

}  // namespace conglang::database
