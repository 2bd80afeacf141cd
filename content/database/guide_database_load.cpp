#include "content/database/guide_database.h"
#include "content/database/read_all.h"
#include "content/database/schema.h"
#include "content/database/sqlite.h"

namespace conglang::database {
namespace {

Result<void> check_kind(Connection& database) {
  TRY(const std::int64_t application, database.number("PRAGMA application_id"));
  if (application != kApplicationId) return fail(Errc::invalid, "it is not a database of guides");
  TRY(const std::int64_t version, database.number("PRAGMA user_version"));
  if (version != kSchemaVersion) {
    return fail(Errc::invalid,
                "it has version {}, this program reads version {}; install them from one release", version,
                kSchemaVersion);
  }
  return {};
}

// Every table but the pictures and recordings: their bytes are looked at when they are wanted, and a start
// need not read them.
Result<void> check_integrity(Connection& database) {
  TRY(Statement tables,
      database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 "
                       "AND name NOT IN ('picture', 'recording') ORDER BY name"));
  for (;;) {
    TRY(const bool more, tables.step());
    if (!more) return {};
    TRY(Statement check, database.prepare("SELECT quick_check FROM pragma_quick_check(?)"));
    const std::string name = tables.text(0);
    check.bind(std::string_view(name));
    TRY(const bool row, check.step());
    if (!row || check.text(0) != "ok") {
      return fail(Errc::invalid, "the file is damaged; let the sync agent build it again");
    }
  }
}

Result<Stored> open_and_read(const std::filesystem::path& path) {
  TRY(Connection database, Connection::immutable(path));
  TRY_VOID(check_kind(database));
  TRY_VOID(check_integrity(database));
  return read_all(database);
}

Result<Stored> open_and_read_front(const std::filesystem::path& path) {
  TRY(Connection database, Connection::immutable(path));
  TRY_VOID(check_kind(database));
  return read_front(database);
}

Result<std::string> open_and_read(const std::filesystem::path& path, MediaTable table,
                                  std::string_view file) {
  TRY(Connection database, Connection::immutable(path));
  TRY_VOID(check_kind(database));
  return read_media(database, table, file);
}

Result<std::string> load_media(const std::filesystem::path& path, MediaTable table, std::string_view file) {
  auto bytes = open_and_read(path, table, file);
  if (!bytes) return with_context(bytes.error(), path.string());
  return bytes;
}

}  // namespace

Result<Stored> load(const std::filesystem::path& path) {
  auto stored = open_and_read(path);
  if (!stored) return with_context(stored.error(), path.string());
  return stored;
}

Result<Stored> load_front(const std::filesystem::path& path) {
  auto stored = open_and_read_front(path);
  if (!stored) return with_context(stored.error(), path.string());
  return stored;
}

Result<std::string> load_picture(const std::filesystem::path& path, std::string_view file) {
  return load_media(path, MediaTable::picture, file);
}

Result<std::string> load_recording(const std::filesystem::path& path, std::string_view file) {
  return load_media(path, MediaTable::recording, file);
}

}  // namespace conglang::database
