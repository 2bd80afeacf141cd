#include <vector>

#include "content/database/fingerprint.h"
#include "content/database/guide_database.h"
#include "content/database/read_all.h"
#include "content/database/schema.h"
#include "content/database/sqlite.h"
#include "content/guide/guide_json.h"
#include "content/guide/synonyms_json.h"

namespace conglang::database {
namespace {

constexpr const char* kDamaged = "the file is damaged; let the sync agent build it again";

struct Row {
  std::string id;
  std::int64_t number = 0;
  std::string json;
};

// The rows of `sql`, which gives id, number and JSON.
Result<std::vector<Row>> rows_of(Connection& database, std::string_view sql) {
  TRY(Statement statement, database.prepare(sql));
  std::vector<Row> rows;
  for (;;) {
    TRY(const bool more, statement.step());
    if (!more) return rows;
    rows.push_back({statement.text(0), statement.integer(1), statement.text(2)});
  }
}

// All texts of a database, not yet understood.
struct Texts {
  std::vector<Row> shared;
  std::vector<Row> guides;
  std::vector<Row> places;
  Origin origin;
  std::string fingerprint;
};

Result<Texts> read_texts(Connection& database) {
  Texts out;
  TRY(out.shared, rows_of(database, "SELECT name, 0, json FROM shared ORDER BY name"));
  TRY(out.guides, rows_of(database, "SELECT id, local_text_in_question, json FROM guide ORDER BY id"));
  TRY(out.places, rows_of(database, "SELECT id, 0, json FROM place ORDER BY id"));
  TRY(Statement row, database.prepare("SELECT commune, generation, published_at, fingerprint FROM origin"));
  TRY(const bool found, row.step());
  if (!found) return fail(Errc::invalid, "{}", kDamaged);
  out.origin = {row.text(0), row.integer(1), row.text(2)};
  out.fingerprint = row.text(3);
  return out;
}

// The same texts in the same order as the build added them.
std::string fingerprint_of(const Texts& texts) {
  Fingerprint fingerprint;
  for (const Row& row : texts.shared) fingerprint.add(row.json);
  for (const Row& row : texts.guides) {
    fingerprint.add(row.json);
    fingerprint.add(row.number != 0 ? "?" : "");
  }
  for (const Row& row : texts.places) fingerprint.add(row.json);
  fingerprint.add(texts.origin.commune);
  fingerprint.add(std::to_string(texts.origin.generation));
  fingerprint.add(texts.origin.published_at);
  return fingerprint.digits();
}

Result<Stored> understand(const Texts& texts) {
  Stored out;
  TRY(out.content.link_policy, guide::read_link_policy(texts.shared[0].json, texts.shared[0].id));
  TRY(out.content.search_words, guide::read_search_words(texts.shared[1].json, texts.shared[1].id));
  TRY(guide::TopicList list, guide::read_topics(texts.shared[2].json, texts.shared[2].id));
  out.content.topics = std::move(list.topics);
  out.content.most_asked = std::move(list.most_asked);
  for (const Row& row : texts.guides) {
    TRY(guide::Guide one, guide::read_guide(row.json, row.id));
    if (row.number != 0) out.content.local_text_in_question.push_back(one.id);
    out.content.guides.push_back(std::move(one));
  }
  for (const Row& row : texts.places) {
    TRY(guide::Place place, guide::read_place(row.json, row.id));
    out.content.places.push_back(std::move(place));
  }
  out.origin = texts.origin;
  return out;
}

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

Result<void> check_integrity(Connection& database) {
  TRY(Statement check, database.prepare("PRAGMA quick_check(1)"));
  TRY(const bool row, check.step());
  if (!row || check.text(0) != "ok") return fail(Errc::invalid, "{}", kDamaged);
  return {};
}

Result<Stored> open_and_read(const std::filesystem::path& path) {
  TRY(Connection database, Connection::immutable(path));
  TRY_VOID(check_kind(database));
  TRY_VOID(check_integrity(database));
  return read_all(database);
}

}  // namespace

Result<Stored> read_all(Connection& database) {
  TRY(const Texts texts, read_texts(database));
  if (texts.shared.size() != 3 || texts.fingerprint != fingerprint_of(texts)) {
    return fail(Errc::invalid, "{}", kDamaged);
  }
  return understand(texts);
}

Result<Stored> load(const std::filesystem::path& path) {
  auto stored = open_and_read(path);
  if (!stored) return with_context(stored.error(), path.string());
  return stored;
}

}  // namespace conglang::database
