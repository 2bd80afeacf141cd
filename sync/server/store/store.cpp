#include "sync/server/store/store.h"

#include <fcntl.h>

#include <chrono>
#include <mutex>
#include <optional>

#include "content/base/file.h"
#include "content/database/sqlite.h"
#include "sync/server/store/copy.h"
#include "sync/server/store/hold.h"
#include "sync/server/store/migrations.h"

namespace conglang::server {
namespace {

using database::Connection;
using database::Statement;

constexpr std::chrono::seconds kPatience{10};
constexpr std::size_t kMaxIdleReaders = 8;

void bind(Statement& statement, const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    statement.bind(*number);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    statement.bind(std::string_view(*text));
  } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
    statement.bind(database::Blob{bytes->bytes});
  } else {
    statement.bind_null();
  }
}

Row read_row(const Statement& statement) {
  std::vector<Value> values;
  for (int column = 0; column < statement.columns(); ++column) {
    switch (statement.kind(column)) {
      case Statement::Kind::null:
        values.emplace_back();
        break;
      case Statement::Kind::integer:
      case Statement::Kind::real:
        values.emplace_back(statement.integer(column));
        break;
      case Statement::Kind::text:
        values.emplace_back(statement.text(column));
        break;
      case Statement::Kind::blob:
        values.emplace_back(Bytes{statement.blob(column)});
        break;
    }
  }
  return Row(std::move(values));
}

class SqliteTransaction final : public Transaction {
 public:
  explicit SqliteTransaction(Connection& connection) : connection_(connection) {}

  std::int64_t inserted_id() override { return connection_.inserted(); }

 private:
  Result<Statement> prepared(std::string_view sql, const std::vector<Value>& values) {
    TRY(Statement statement, connection_.prepare(sql));
    for (const Value& value : values) bind(statement, value);
    return statement;
  }

  Result<Rows> query(std::string_view sql, const std::vector<Value>& values) override {
    TRY(Statement statement, prepared(sql, values));
    Rows rows;
    while (true) {
      TRY(const bool more, statement.step());
      if (!more) return rows;
      rows.push_back(read_row(statement));
    }
  }

  Result<std::int64_t> change(std::string_view sql, const std::vector<Value>& values) override {
    TRY(Statement statement, prepared(sql, values));
    TRY(const bool row, statement.step());
    static_cast<void>(row);
    return connection_.changed();
  }

  Connection& connection_;
};

Result<void> transact(Connection& connection, const char* begin, const Store::Work& work) {
  TRY_VOID(connection.execute(begin));
  const auto done = [&]() -> Result<void> {
    SqliteTransaction transaction(connection);
    TRY_VOID(work(transaction));
    return connection.execute("COMMIT");
  }();
  if (!done) static_cast<void>(connection.execute("ROLLBACK"));
  return done;
}

// Only who holds the database may change its schema.
Result<Connection> open_connection(const std::filesystem::path& file, bool is_held) {
  TRY(Connection connection, Connection::writable(file));
  connection.wait_for_others(kPatience);
  TRY_VOID(connection.execute("PRAGMA foreign_keys = ON"));
  if (is_held) {
    TRY_VOID(migrate(connection, migrations()));
    return connection;
  }
  TRY(const std::int64_t done, connection.number("SELECT MAX(number) FROM schema_steps"));
  if (done != migrations().back().number)
    return fail(Errc::conflict, "another version of conglang-server is running on it; stop that one first");
  return connection;
}

}  // namespace

struct Store::Inside {
  Inside(std::filesystem::path path, std::optional<Hold> held, Connection connection)
      : file(std::move(path)), hold(std::move(held)), writer(std::move(connection)) {}

  Result<Connection> reader() {
    {
      const std::lock_guard lock(readers_mutex);
      if (!readers.empty()) {
        Connection connection = std::move(readers.back());
        readers.pop_back();
        return connection;
      }
    }
    TRY(Connection connection, Connection::reading(file));
    connection.wait_for_others(kPatience);
    return connection;
  }

  void give_back(Connection connection) {
    const std::lock_guard lock(readers_mutex);
    if (readers.size() < kMaxIdleReaders) readers.push_back(std::move(connection));
  }

  std::filesystem::path file;
  std::optional<Hold> hold;
  std::mutex writer_mutex;
  Connection writer;
  std::mutex readers_mutex;
  std::vector<Connection> readers;
};

Store::Store(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& file, Beside beside) {
  auto held = Hold::take(file);
  std::optional<Hold> hold;
  if (held) hold = std::move(*held);
  if (!held && !(beside == Beside::server && held.error().code == Errc::conflict))
    return tl::unexpected<Error>(held.error());
  // Made by us, so that it is nobody else's to read; SQLite gives its log the same mode.
  TRY_VOID(open_file(file, O_RDWR | O_CREAT, 0600));
  auto connection = open_connection(file, hold.has_value());
  if (!connection) return with_context(connection.error(), file.string());
  return std::unique_ptr<Store>(
      new Store(std::make_unique<Inside>(file, std::move(hold), std::move(*connection))));
}

Result<void> Store::write(const Work& work) {
  const std::lock_guard lock(inside_->writer_mutex);
  return transact(inside_->writer, "BEGIN IMMEDIATE", work);
}

Result<void> Store::read(const Work& work) const {
  TRY(Connection connection, inside_->reader());
  const auto done = transact(connection, "BEGIN", work);
  inside_->give_back(std::move(connection));
  return done;
}

Result<void> Store::backup(const std::filesystem::path& to) const {
  TRY(Connection connection, Connection::reading(inside_->file));
  connection.wait_for_others(kPatience);
  return copy_database(connection, to);
}

Instant instant_of(const Row& row, std::size_t column) {
  return Instant(std::chrono::seconds(row.integer(column)));
}

std::optional<Instant> optional_instant_of(const Row& row, std::size_t column) {
  return row.is_null(column) ? std::nullopt : std::optional(instant_of(row, column));
}

}  // namespace conglang::server
