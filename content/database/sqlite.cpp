#include "content/database/sqlite.h"

#include <system_error>

namespace conglang::database {
namespace {

constexpr int kMaxPathBytes = 4096;

tl::unexpected<Error> failure(sqlite3* connection) {
  const char* why = sqlite3_errmsg(connection);
  switch (sqlite3_errcode(connection) & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR:  // a table or column that is not there
      return fail(Errc::invalid, "{}", why);
    case SQLITE_FULL:
      return fail(Errc::no_space, "{}; free some space and try again", why);
    case SQLITE_CONSTRAINT:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fail(Errc::conflict, "{}", why);
    default:
      return fail(Errc::io, "{}", why);
  }
}

// A file name as a SQLite URI (https://www.sqlite.org/uri.html): "%", "?" and "#" would end the path.
std::string file_uri(const std::filesystem::path& path) {
  std::string uri = "file:";
  for (const char c : path.string()) {
    if (c == '%' || c == '?' || c == '#') {
      uri += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

Statement& Statement::bind(std::string_view text) {
  // The caller keeps the text until step(): SQLite need not copy it. No data would mean NULL, not empty.
  sqlite3_bind_text64(statement_.get(), next_parameter_++, text.empty() ? "" : text.data(), text.size(),
                      SQLITE_STATIC, SQLITE_UTF8);
  return *this;
}

Statement& Statement::bind(std::int64_t number) {
  sqlite3_bind_int64(statement_.get(), next_parameter_++, number);
  return *this;
}

Statement& Statement::bind(const std::optional<std::string>& text) {
  if (text) return bind(std::string_view(*text));
  sqlite3_bind_null(statement_.get(), next_parameter_++);
  return *this;
}

Statement& Statement::bind(Blob blob) {
  const std::string_view bytes = blob.bytes;
  sqlite3_bind_blob64(statement_.get(), next_parameter_++, bytes.empty() ? "" : bytes.data(), bytes.size(),
                      SQLITE_STATIC);
  return *this;
}

Statement& Statement::bind_null() {
  sqlite3_bind_null(statement_.get(), next_parameter_++);
  return *this;
}

Result<bool> Statement::step() {
  const int result = sqlite3_step(statement_.get());
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) return false;
  return failure(sqlite3_db_handle(statement_.get()));
}

std::string Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return bytes == nullptr ? std::string() : std::string(bytes, size);
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string Statement::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return bytes == nullptr ? std::string() : std::string(bytes, size);
}

int Statement::columns() const {
  return sqlite3_column_count(statement_.get());
}

Statement::Kind Statement::kind(int column) const {
  switch (sqlite3_column_type(statement_.get(), column)) {
    case SQLITE_INTEGER:
      return Kind::integer;
    case SQLITE_FLOAT:
      return Kind::real;
    case SQLITE_TEXT:
      return Kind::text;
    case SQLITE_BLOB:
      return Kind::blob;
    default:
      return Kind::null;
  }
}

Result<Connection> Connection::open(const std::string& name, int flags) {
  sqlite3* raw = nullptr;
  const int result = sqlite3_open_v2(name.c_str(), &raw, flags, nullptr);
  Connection connection(raw);  // also after an error, which SQLite hands a connection out for
  if (raw == nullptr) return fail(Errc::internal, "SQLite cannot start: out of memory");
  if (result != SQLITE_OK) return failure(raw);
  // Nothing in a file may run code of ours, and cells are checked as they are read.
  TRY_VOID(connection.execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"));
  return connection;
}

Result<Connection> Connection::in_memory() {
  return open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

Result<Connection> Connection::immutable(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return fail(Errc::not_found, "there is no such file");
  if (path.string().size() > kMaxPathBytes) return fail(Errc::io, "the path is too long");
  return open(file_uri(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

Result<Connection> Connection::writable(const std::filesystem::path& path) {
  TRY(Connection connection, open(path.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
  TRY_VOID(
      connection.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"));
  return connection;
}

Result<Connection> Connection::reading(const std::filesystem::path& path) {
  // Not SQLITE_OPEN_READONLY: a reader of a write-ahead log may have to make its index.
  TRY(Connection connection, open(path.string(), SQLITE_OPEN_READWRITE));
  TRY_VOID(connection.execute("PRAGMA query_only = ON;"));
  return connection;
}

void Connection::wait_for_others(std::chrono::milliseconds patience) {
  sqlite3_busy_timeout(connection_.get(), static_cast<int>(patience.count()));
}

Result<Statement> Connection::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int result =
      sqlite3_prepare_v2(connection_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  if (result != SQLITE_OK) return failure(connection_.get());
  return Statement(statement);
}

Result<void> Connection::execute(const std::string& sql) {
  if (sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    return failure(connection_.get());
  }
  return {};
}

Result<std::int64_t> Connection::number(std::string_view sql) {
  TRY(Statement statement, prepare(sql));
  TRY(const bool row, statement.step());
  if (!row) return fail(Errc::invalid, "no answer to {}", sql);
  return statement.integer(0);
}

std::int64_t Connection::changed() const {
  return sqlite3_changes64(connection_.get());
}

std::int64_t Connection::inserted() const {
  return sqlite3_last_insert_rowid(connection_.get());
}

Result<void> Connection::copy_to(const std::filesystem::path& path) {
  TRY_VOID(execute("PRAGMA query_only = OFF"));
  const std::string name = path.string();
  return run("VACUUM INTO ?", std::string_view(name));
}

Result<void> Connection::become(Connection& source) {
  sqlite3_backup* copying = sqlite3_backup_init(connection_.get(), "main", source.connection_.get(), "main");
  if (copying == nullptr) return failure(connection_.get());
  constexpr int kTries = 100;
  constexpr int kPauseMs = 50;
  int result = sqlite3_backup_step(copying, -1);
  for (int tried = 1; tried < kTries && (result == SQLITE_BUSY || result == SQLITE_LOCKED); ++tried) {
    sqlite3_sleep(kPauseMs);
    result = sqlite3_backup_step(copying, -1);
  }
  result = sqlite3_backup_finish(copying);
  if (result != SQLITE_OK) return failure(connection_.get());
  return {};
}

Result<std::string> Connection::serialize() {
  sqlite3_int64 size = 0;
  const Handle<unsigned char, sqlite3_free> bytes(sqlite3_serialize(connection_.get(), "main", &size, 0));
  if (!bytes) return fail(Errc::internal, "SQLite cannot write the database out: out of memory");
  return std::string(reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size));
}

}  // namespace conglang::database
