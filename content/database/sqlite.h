#pragma once
// SQLite as this module uses it: one connection, statements that finish at scope exit, errors as values.
// Messages are for operators, in English; callers put the file's name in front.

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/handle.h"
#include "content/base/result.h"

namespace conglang::database {

/// Bytes that are no text.
struct Blob {
  std::string_view bytes;
};

/// A prepared statement. Texts and blobs that are bound must outlive the next step().
class Statement {
 public:
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}

  /// Binds the next parameter, from the left.
  Statement& bind(std::string_view text);
  Statement& bind(std::int64_t number);
  Statement& bind(const std::optional<std::string>& text);
  Statement& bind(Blob blob);
  Statement& bind_null();

  /// True when there is a row, false at the end.
  /// Errors: invalid, the file is damaged or not a database; no_space; io; conflict, against a constraint.
  Result<bool> step();

  std::string text(int column) const;
  std::int64_t integer(int column) const;
  std::string blob(int column) const;

  enum class Kind { null, integer, real, text, blob };
  int columns() const;
  Kind kind(int column) const;

 private:
  Handle<sqlite3_stmt, sqlite3_finalize> statement_;
  int next_parameter_ = 1;
};

class Connection {
 public:
  /// A new empty database in memory.
  static Result<Connection> in_memory();

  /// The file at `path`, which nobody changes while it is open. Errors: not_found; io.
  static Result<Connection> immutable(const std::filesystem::path& path);

  /// The file at `path`, made when it is not there, for one writer. Each statement or transaction that
  /// succeeded survives a power cut (write-ahead log, synced). Errors: invalid, no database; no_space; io.
  static Result<Connection> writable(const std::filesystem::path& path);

  /// The file at `path`, to read beside its writer. Errors: as writable().
  static Result<Connection> reading(const std::filesystem::path& path);

  /// How long a statement waits for another connection's before it is refused as conflict.
  void wait_for_others(std::chrono::milliseconds patience);

  Result<Statement> prepare(std::string_view sql);

  /// Runs each of the statements in `sql`.
  Result<void> execute(const std::string& sql);

  /// Runs one statement with `values` bound in their order.
  template <typename... Values>
  Result<void> run(std::string_view sql, const Values&... values) {
    TRY(Statement statement, prepare(sql));
    (statement.bind(values), ...);
    const auto done = statement.step();
    if (!done) return tl::unexpected<Error>(done.error());
    return {};
  }

  /// The first column of the first row as a number. Errors: as step(); invalid, no row.
  Result<std::int64_t> number(std::string_view sql);

  /// Rows that the last INSERT, UPDATE or DELETE changed, and the rowid that the last INSERT made.
  std::int64_t changed() const;
  std::int64_t inserted() const;

  /// A consistent copy in a new or empty file at `path`, of one moment, while others read and write.
  /// Errors: invalid, the file is not empty; no_space, io.
  Result<void> copy_to(const std::filesystem::path& path);

  /// Takes over everything that `source` holds, in place of what is here, as one transaction: others who have
  /// this file open read the old or the new. Errors: conflict, somebody writes all the time; no_space; io.
  Result<void> become(Connection& source);

  /// The bytes that the database would have as a file.
  Result<std::string> serialize();

 private:
  explicit Connection(sqlite3* connection) : connection_(connection) {}
  static Result<Connection> open(const std::string& name, int flags);

  Handle<sqlite3, sqlite3_close_v2> connection_;
};

}  // namespace conglang::database
