#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <chrono>
#include <cstdint>
#include <system_error>

#include "content/base/file.h"
#include "content/database/sqlite.h"
#include "sync/server/store/copy.h"
#include "sync/server/store/hold.h"
#include "sync/server/store/migrations.h"
#include "sync/server/store/store.h"

namespace conglang::server {
namespace {

namespace fs = std::filesystem;
using database::Connection;

Result<std::int64_t> schema_step(Connection& connection) {
  return connection.number("SELECT COALESCE(MAX(number), 0) FROM schema_steps");
}

// A database of this program, whole, and not of a newer one.
Result<void> check_database(const fs::path& file) {
  TRY(Connection connection, Connection::immutable(file));
  TRY(auto statement, connection.prepare("PRAGMA integrity_check(1)"));
  TRY(const bool row, statement.step());
  if (!row || statement.text(0) != "ok") return fail(Errc::invalid, "is damaged");
  TRY(const std::int64_t step, schema_step(connection));
  if (step > migrations().back().number) return fail(Errc::invalid, "was written by a newer program");
  return {};
}

Result<void> put_in_place(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) return fail(Errc::io, "{}: cannot be renamed: {}", from.string(), error.message());
  return {};
}

Result<void> remove_log(const fs::path& file) {
  std::error_code error;
  for (const char* ending : {"-wal", "-shm"}) {
    fs::remove(file.string() + ending, error);
    if (error) return fail(Errc::io, "{}{}: cannot be removed: {}", file.string(), ending, error.message());
  }
  return {};
}

Result<void> keep_old(const fs::path& file) {
  const fs::path before = file.string() + ".before-restore";
  std::error_code error;
  TRY(Connection old, Connection::reading(file));  // its log with it
  fs::remove(before, error);
  return copy_database(old, before);
}

// Nobody has the file open: it is replaced, however damaged it is.
Result<void> restore_at_rest(Connection& kept, const fs::path& file) {
  const fs::path arriving = file.string() + ".arriving";
  std::error_code error;
  fs::remove(arriving, error);
  TRY_VOID(copy_database(kept, arriving));
  if (fs::exists(file, error)) {
    if (!keep_old(file)) fs::copy_file(file, file.string() + ".before-restore", error);
  }
  TRY_VOID(remove_log(file));
  TRY_VOID(put_in_place(arriving, file));
  return sync_folder(file.has_parent_path() ? file.parent_path() : fs::path("."));
}

// A running server would go on with a replaced file's old self: what is inside changes, in one transaction.
Result<void> restore_under_server(Connection& kept, const fs::path& file) {
  TRY(const std::int64_t step, schema_step(kept));
  if (step != migrations().back().number) {
    return fail(Errc::conflict, "the backup is of an older version and a server works on {}; stop that first",
                file.string());
  }
  TRY_VOID(keep_old(file));
  TRY(Connection live, Connection::writable(file));
  live.wait_for_others(std::chrono::seconds(10));
  return live.become(kept);
}

}  // namespace

Result<Hold> Hold::take(const fs::path& file) {
  const fs::path path = file.string() + ".lock";
  TRY(FileDescriptor lock, open_file(path, O_RDWR | O_CREAT, 0600));
  if (::flock(lock.get(), LOCK_EX | LOCK_NB) == 0) return Hold(std::move(lock));
  return fail(Errc::conflict, "{}: another conglang-server works on it; stop that one first", file.string());
}

Result<void> backup(const fs::path& file, const fs::path& to) {
  std::error_code error;
  if (!fs::exists(file, error)) return fail(Errc::not_found, "{}: there is no such database", file.string());
  TRY(Connection connection, Connection::reading(file));
  return copy_database(connection, to);
}

Result<void> restore(const fs::path& backup, const fs::path& file) {
  if (const auto good = check_database(backup); !good) return with_context(good.error(), backup.string());
  TRY(Connection kept, Connection::immutable(backup));
  const auto hold = Hold::take(file);
  if (hold) return restore_at_rest(kept, file);
  if (hold.error().code == Errc::conflict) return restore_under_server(kept, file);
  return tl::unexpected<Error>(hold.error());
}

}  // namespace conglang::server
