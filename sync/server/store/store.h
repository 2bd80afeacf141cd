#pragma once
// Everything the server remembers, behind one narrow interface: transactions of SQL that SQLite and
// PostgreSQL both know (`?` for a parameter, no function or type of one of them alone). What write() has
// returned well survives a power cut. SQL is a constant of the program and values are always bound: there is
// no way here to put a value into the text of a statement.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/server/store/rows.h"

namespace conglang::server {

/// Values as parameters of a statement.
inline Value to_value(std::monostate) {
  return {};
}
inline Value to_value(std::int64_t number) {
  return number;
}
inline Value to_value(int number) {
  return std::int64_t{number};
}
inline Value to_value(bool yes) {
  return std::int64_t{yes ? 1 : 0};
}
inline Value to_value(Instant instant) {
  return std::int64_t{instant.time_since_epoch().count()};
}
inline Value to_value(std::string_view text) {
  return std::string(text);
}
inline Value to_value(const std::string& text) {
  return text;
}
inline Value to_value(const char* text) {
  return std::string(text);
}
inline Value to_value(Bytes bytes) {
  return bytes;
}
template <typename T>
Value to_value(const std::optional<T>& value) {
  return value ? to_value(*value) : Value{};
}

/// One transaction, inside Store::write or Store::read. Errors of each: conflict, against a constraint;
/// no_space; invalid, the file is damaged; io.
class Transaction {
 public:
  Transaction() = default;
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  virtual ~Transaction() = default;

  /// Every row. A query that may answer many says LIMIT.
  template <typename... Values>
  Result<Rows> rows(std::string_view sql, const Values&... values) {
    return query(sql, {to_value(values)...});
  }

  /// The first row, if there is one.
  template <typename... Values>
  Result<std::optional<Row>> row(std::string_view sql, const Values&... values) {
    TRY(Rows found, query(sql, {to_value(values)...}));
    if (found.empty()) return std::optional<Row>();
    return std::optional<Row>(std::move(found.front()));
  }

  /// Inserts, updates or deletes; the number of rows that it changed.
  template <typename... Values>
  Result<std::int64_t> run(std::string_view sql, const Values&... values) {
    return change(sql, {to_value(values)...});
  }

  /// The id of the row that the last INSERT made.
  virtual std::int64_t inserted_id() = 0;

 private:
  virtual Result<Rows> query(std::string_view sql, const std::vector<Value>& values) = 0;
  virtual Result<std::int64_t> change(std::string_view sql, const std::vector<Value>& values) = 0;
};

class Store {
 public:
  using Work = std::function<Result<void>(Transaction&)>;

  /// The database in `file`, made when it is not there, brought to the newest schema. `file`'s folder exists.
  /// Errors: invalid, damaged or written by a newer program; conflict, another server has it; no_space; io.
  /// Beside::server is for a command that works on the database of a server that may be running.
  enum class Beside { nobody, server };
  static Result<std::unique_ptr<Store>> open(const std::filesystem::path& file,
                                             Beside beside = Beside::nobody);

  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  ~Store();

  /// Does `work` as one transaction, after every other writer: durable when this returns well. Its error, and
  /// everything is as before. Errors: of `work`; conflict, no_space, io.
  Result<void> write(const Work& work);

  /// Does `work` on one consistent state, beside writers and other readers. What changes fails.
  Result<void> read(const Work& work) const;

  /// As write and read, for a `get` that gives a Result<T>: what it got.
  template <typename Get>
  std::invoke_result_t<Get, Transaction&> write_and_get(const Get& get) {
    std::optional<typename std::invoke_result_t<Get, Transaction&>::value_type> got;
    const auto done = write([&](Transaction& transaction) { return keep(get(transaction), got); });
    if (!done) return tl::unexpected<Error>(done.error());
    return std::move(*got);
  }
  template <typename Get>
  std::invoke_result_t<Get, Transaction&> read_and_get(const Get& get) const {
    std::optional<typename std::invoke_result_t<Get, Transaction&>::value_type> got;
    const auto done = read([&](Transaction& transaction) { return keep(get(transaction), got); });
    if (!done) return tl::unexpected<Error>(done.error());
    return std::move(*got);
  }

  /// A consistent copy at `to`, which must not exist, while others read and write.
  /// Errors: conflict, `to` exists; no_space; io.
  Result<void> backup(const std::filesystem::path& to) const;

 private:
  struct Inside;
  explicit Store(std::unique_ptr<Inside> inside);

  template <typename T>
  static Result<void> keep(Result<T> result, std::optional<T>& got) {
    if (!result) return tl::unexpected<Error>(std::move(result).error());
    got.emplace(std::move(*result));
    return {};
  }

  std::unique_ptr<Inside> inside_;
};

/// A column of instants, which are stored as seconds since 1970.
Instant instant_of(const Row& row, std::size_t column);
std::optional<Instant> optional_instant_of(const Row& row, std::size_t column);

/// A consistent copy of `file` at `to`, while a server works on it or not. Errors: as Store::backup;
/// not_found.
Result<void> backup(const std::filesystem::path& file, const std::filesystem::path& to);

/// Puts what `backup` holds, checked whole, in place of what `file` does, while a server works on it or not:
/// its next answers are from the backup. What `file` was is kept beside it as FILE.before-restore.
/// Errors: not_found; invalid, damaged, no backup, or of a newer program; conflict, a server works on `file`
/// and the backup has another schema; no_space; io. `file` is then as it was.
Result<void> restore(const std::filesystem::path& backup, const std::filesystem::path& file);

}  // namespace conglang::server
