#include <cstdint>

#include "sync/server/store/migrations.h"

namespace conglang::server {
namespace {

Result<void> take_step(database::Connection& connection, const Migration& step) {
  TRY_VOID(connection.execute("BEGIN IMMEDIATE"));
  const auto taken = [&]() -> Result<void> {
    TRY_VOID(connection.execute(std::string(step.sql)));
    TRY_VOID(connection.run("INSERT INTO schema_steps (number, name) VALUES (?, ?)",
                            std::int64_t{step.number}, step.name));
    return connection.execute("COMMIT");
  }();
  if (taken) return {};
  static_cast<void>(connection.execute("ROLLBACK"));
  return with_context(taken.error(), fmt::format("schema step {} ({})", step.number, step.name));
}

// Not by the highest number alone: two branches of the program may have brought their steps one after
// another.
Result<bool> is_taken(database::Connection& connection, const Migration& step) {
  TRY(auto statement, connection.prepare("SELECT 1 FROM schema_steps WHERE number = ?"));
  return statement.bind(std::int64_t{step.number}).step();
}

}  // namespace

Result<void> migrate(database::Connection& connection, std::span<const Migration> steps) {
  TRY_VOID(connection.execute(
      "CREATE TABLE IF NOT EXISTS schema_steps (number INTEGER PRIMARY KEY, name TEXT NOT NULL)"));
  TRY(const std::int64_t done, connection.number("SELECT COALESCE(MAX(number), 0) FROM schema_steps"));
  if (!steps.empty() && done > steps.back().number) {
    return fail(Errc::invalid,
                "a newer program has used this database (schema {}, this one knows {}); "
                "install that program again",
                done, steps.back().number);
  }
  for (const Migration& step : steps) {
    TRY(const bool taken, is_taken(connection, step));
    if (!taken) TRY_VOID(take_step(connection, step));
  }
  return {};
}

}  // namespace conglang::server
