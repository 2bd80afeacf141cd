#include "content/database/read_all.h"

#include <algorithm>
#include <array>
#include <span>

#include "content/base/fingerprint.h"
#include "content/database/understand.h"

namespace conglang::database {
namespace {

constexpr const char* kDamaged = "the file is damaged; let the sync agent build it again";

struct Query {
  const char* table;
  const char* sql;
  int columns;
};

constexpr std::array kQueries{
    Query{"shared", "SELECT name, json FROM shared ORDER BY name", 2},
    Query{"guide",
          "SELECT id, status, title, checked_on, valid_until, local_text_in_question, json FROM guide ORDER "
          "BY id",
          7},
    Query{"place", "SELECT id, json FROM place ORDER BY id", 2},
    Query{"notice", "SELECT id, first_day, last_day, json FROM notice ORDER BY id", 4},
    Query{"heritage", "SELECT id, json FROM heritage ORDER BY id", 2},
    Query{"product", "SELECT id, json FROM product ORDER BY id", 2},
    Query{"catalogue_origin", "SELECT source, captured_on FROM catalogue_origin", 2},
    Query{"catalogue_field", "SELECT place, name FROM catalogue_field ORDER BY place", 2},
    Query{"catalogue_agency", "SELECT place, name, commune_level FROM catalogue_agency ORDER BY place", 3},
    Query{"catalogue", "SELECT code, name, fields, agencies FROM catalogue ORDER BY code", 4},
    Query{"picture", "SELECT file, format, width_px, height_px, size, fingerprint FROM picture ORDER BY file",
          6},
    Query{"recording", "SELECT file, seconds, size, fingerprint FROM recording ORDER BY file", 4},
};

constexpr std::array<std::string_view, 6> kFrontTables{"shared",   "place",   "notice",
                                                       "heritage", "product", "picture"};
constexpr std::array<std::string_view, 4> kFrontShared{"emergency", "links", "province", "topics"};

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

Result<std::vector<Row>> rows_of(Connection& database, const Query& query) {
  TRY(Statement statement, database.prepare(query.sql));
  std::vector<Row> rows;
  for (;;) {
    TRY(const bool more, statement.step());
    if (!more) return rows;
    Row row;
    row.reserve(static_cast<std::size_t>(query.columns));
    for (int column = 0; column < query.columns; ++column) row.push_back(statement.text(column));
    rows.push_back(std::move(row));
  }
}

struct Told {
  Origin origin;
  std::string fingerprint;
};

Result<Told> read_origin(Connection& database) {
  TRY(Statement row, database.prepare("SELECT commune, generation, published_at, fingerprint FROM origin"));
  TRY(const bool found, row.step());
  if (!found) return fail(Errc::invalid, "{}", kDamaged);
  return Told{{row.text(0), row.integer(1), row.text(2)}, row.text(3)};
}

}  // namespace

Result<Tables> read_tables(Connection& database) {
  Tables tables;
  for (const Query& query : kQueries) {
    TRY(tables[query.table], rows_of(database, query));
  }
  return tables;
}

Result<Tables> read_front_tables(Connection& database) {
  Tables tables;
  for (const Query& query : kQueries) {
    std::vector<Row>& rows = tables[query.table];
    if (!is_one_of(query.table, kFrontTables)) continue;
    TRY(rows, rows_of(database, query));
  }
  std::erase_if(tables["shared"], [](const Row& row) { return !is_one_of(row[0], kFrontShared); });
  return tables;
}

std::string fingerprint_of(const Tables& tables, const Origin& origin) {
  Fingerprint fingerprint;
  for (const Query& query : kQueries) {
    const std::vector<Row>& rows = tables.find(query.table)->second;
    fingerprint.add(std::to_string(rows.size()));
    for (const Row& row : rows) {
      for (const std::string& column : row) fingerprint.add(column);
    }
  }
  fingerprint.add(origin.commune);
  fingerprint.add(std::to_string(origin.generation));
  fingerprint.add(origin.published_at);
  return fingerprint.digits();
}

std::string front_json(const Tables& front, const Origin& origin) {
  return '"' + fingerprint_of(front, origin) + '"';
}

Result<Stored> read_all(Connection& database) {
  TRY(const Tables tables, read_tables(database));
  TRY(Told told, read_origin(database));
  if (told.fingerprint != fingerprint_of(tables, told.origin)) return fail(Errc::invalid, "{}", kDamaged);
  TRY(guide::Content content, understand(tables));
  return Stored{std::move(content), std::move(told.origin)};
}

Result<Stored> read_front(Connection& database) {
  TRY(Statement row, database.prepare("SELECT json FROM shared WHERE name = ?"));
  row.bind(kFront);
  TRY(const bool found, row.step());
  if (!found) return fail(Errc::not_found, "it was built without a front");
  TRY(const Tables tables, read_front_tables(database));
  TRY(Told told, read_origin(database));
  if (row.text(0) != front_json(tables, told.origin)) return fail(Errc::invalid, "{}", kDamaged);
  TRY(guide::Content content, understand(tables));
  return Stored{std::move(content), std::move(told.origin)};
}

Result<std::string> read_media(Connection& database, MediaTable table, std::string_view file) {
  const char* name = table == MediaTable::picture ? "picture" : "recording";
  TRY(Statement row, database.prepare(fmt::format("SELECT fingerprint, bytes FROM {} WHERE file = ?", name)));
  row.bind(file);
  TRY(const bool found, row.step());
  if (!found) return fail(Errc::not_found, "it has no {} {}", name, file);
  std::string bytes = row.blob(1);
  Fingerprint fingerprint;
  fingerprint.add(bytes);
  if (fingerprint.digits() != row.text(0)) return fail(Errc::invalid, "{}: {}", file, kDamaged);
  return bytes;
}

}  // namespace conglang::database
