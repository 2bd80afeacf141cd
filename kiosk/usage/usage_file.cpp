#include "kiosk/usage/usage_file.h"

#include <nlohmann/json.hpp>
#include <random>
#include <system_error>
#include <vector>

#include "content/base/file.h"

namespace conglang::usage {
namespace fs = std::filesystem;
namespace {

using nlohmann::json;

// `batch`: empty while it is still counted, else the file that it leaves with.
constexpr const char* kCreate = R"sql(
CREATE TABLE IF NOT EXISTS entry (
  batch   TEXT NOT NULL,
  day     TEXT NOT NULL,
  kind    INTEGER NOT NULL,
  subject TEXT NOT NULL,
  action  TEXT NOT NULL,
  n       INTEGER NOT NULL,
  PRIMARY KEY (batch, day, kind, subject, action)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lost (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  n   INTEGER NOT NULL
) STRICT;
INSERT OR IGNORE INTO lost VALUES (1, 0);
)sql";

const char* name_of(std::int64_t kind) {
  switch (static_cast<Kind>(kind)) {
    case Kind::use:
      return "use";
    case Kind::rating:
      return "rating";
    case Kind::search:
      return "search";
  }
  return "use";
}

// Says nothing about the machine or the day: it only tells one batch from another.
std::string random_id() {
  std::random_device source;
  return fmt::format("{:08x}{:08x}{:08x}{:08x}", source(), source(), source(), source());
}

Result<database::Connection> open_with_tables(const fs::path& path) {
  TRY(database::Connection connection, database::Connection::writable(path));
  TRY_VOID(connection.execute(kCreate));
  return connection;
}

void put_away(const fs::path& path) {
  std::error_code ignored;
  fs::rename(path, path.string() + ".damaged", ignored);
  for (const char* beside : {"-wal", "-shm"}) fs::remove(path.string() + beside, ignored);
}

}  // namespace

Result<UsageFile> UsageFile::open(const fs::path& path) {
  auto connection = open_with_tables(path);
  if (!connection && connection.error().code == Errc::invalid) {
    put_away(path);
    connection = open_with_tables(path);
  }
  if (!connection) return with_context(std::move(connection).error(), path.string());
  return UsageFile(std::move(*connection));
}

Result<void> UsageFile::count(const Entry& entry) {
  return connection_.run(
      "INSERT INTO entry VALUES ('', ?, ?, ?, ?, 1) "
      "ON CONFLICT DO UPDATE SET n = n + 1",
      std::string_view(format_date(entry.day)), static_cast<std::int64_t>(entry.kind),
      std::string_view(entry.subject), std::string_view(entry.action));
}

Result<void> UsageFile::add_lost(std::int64_t lost) {
  return connection_.run("UPDATE lost SET n = n + ?", lost);
}

// What is to leave gets its batch in one transaction: counting goes on beside it.
Result<void> UsageFile::mark(Date today) {
  const std::string day = format_date(today);
  return connection_.run("UPDATE entry SET batch = ? WHERE batch = '' AND day < ?",
                         std::string_view(random_id()), std::string_view(day));
}

Result<void> UsageFile::write_batch(const std::string& id, const fs::path& outbox) {
  json document = {{"batch", "usage"}, {"id", id}, {"entries", json::array()}};
  {
    TRY(database::Statement rows, connection_.prepare("SELECT day, kind, subject, action, n FROM entry WHERE "
                                                      "batch = ? ORDER BY day, kind, subject, action"));
    rows.bind(std::string_view(id));
    for (;;) {
      TRY(const bool row, rows.step());
      if (!row) break;
      document["entries"].push_back({{"day", rows.text(0)},
                                     {"kind", name_of(rows.integer(1))},
                                     {"subject", rows.text(2)},
                                     {"action", rows.text(3)},
                                     {"n", rows.integer(4)}});
    }
  }
  TRY(const std::int64_t lost, connection_.number("SELECT n FROM lost"));
  document["lost"] = lost;
  TRY_VOID(make_folders(outbox));
  TRY_VOID(write_file_atomically(outbox / fmt::format("usage-{}.batch.json", id),
                                 document.dump(-1, ' ', false, json::error_handler_t::replace) + "\n"));
  TRY_VOID(connection_.run("DELETE FROM entry WHERE batch = ?", std::string_view(id)));
  return connection_.run("UPDATE lost SET n = n - ?", lost);
}

Result<void> UsageFile::hand_over(Date today, const fs::path& outbox) {
  TRY_VOID(mark(today));
  std::vector<std::string> ids;
  {
    TRY(database::Statement rows, connection_.prepare("SELECT DISTINCT batch FROM entry WHERE batch <> ''"));
    for (;;) {
      TRY(const bool row, rows.step());
      if (!row) break;
      ids.push_back(rows.text(0));
    }
  }
  for (const std::string& id : ids) TRY_VOID(write_batch(id, outbox));
  return {};
}

}  // namespace conglang::usage
