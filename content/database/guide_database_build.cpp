#include <algorithm>
#include <system_error>

#include "content/base/file.h"
#include "content/database/body_text.h"
#include "content/database/fingerprint.h"
#include "content/database/guide_database.h"
#include "content/database/read_all.h"
#include "content/database/schema.h"
#include "content/database/sqlite.h"
#include "content/guide/guide_json.h"
#include "content/guide/synonyms_json.h"

namespace conglang::database {
namespace {

std::optional<std::string> written(const std::optional<Date>& date) {
  if (!date) return std::nullopt;
  return format_date(*date);
}

// Puts rows in a fixed order and keeps the fingerprint of what it puts.
class Writer {
 public:
  explicit Writer(Connection& database) : database_(database) {}

  Result<void> write(const guide::Content& content, const Origin& origin) {
    TRY_VOID(write_shared("links", guide::write_link_policy(content.link_policy)));
    TRY_VOID(write_shared("synonyms", guide::write_search_words(content.search_words)));
    TRY_VOID(write_shared("topics", guide::write_topics({content.topics, content.most_asked})));
    for (const guide::Guide& one : content.guides) TRY_VOID(write_guide(one, content));
    for (const guide::Place& place : content.places) TRY_VOID(write_place(place));
    return write_origin(origin);
  }

 private:
  Result<void> write_shared(std::string_view name, const std::string& json) {
    fingerprint_.add(json);
    return database_.run("INSERT INTO shared VALUES (?, ?)", name, std::string_view(json));
  }

  Result<void> write_guide(const guide::Guide& one, const guide::Content& content) {
    const auto& questioned = content.local_text_in_question;
    const std::int64_t in_question = std::count(questioned.begin(), questioned.end(), one.id);
    const std::string json = guide::write_guide(one);
    fingerprint_.add(json);
    fingerprint_.add(in_question != 0 ? "?" : "");
    TRY_VOID(database_.run("INSERT INTO guide VALUES (?, ?, ?, ?, ?, ?)", std::string_view(one.id),
                           one.title.in("vi"), written(one.checked_on), written(one.valid_until), in_question,
                           std::string_view(json)));
    return database_.run("INSERT INTO body VALUES (?, ?)", std::string_view(one.id),
                         std::string_view(body_text(one)));
  }

  Result<void> write_place(const guide::Place& place) {
    const std::string json = guide::write_place(place);
    fingerprint_.add(json);
    return database_.run("INSERT INTO place VALUES (?, ?)", std::string_view(place.id),
                         std::string_view(json));
  }

  Result<void> write_origin(const Origin& origin) {
    fingerprint_.add(origin.commune);
    fingerprint_.add(std::to_string(origin.generation));
    fingerprint_.add(origin.published_at);
    return database_.run("INSERT INTO origin VALUES (1, ?, ?, ?, ?)", std::string_view(origin.commune),
                         origin.generation, std::string_view(origin.published_at),
                         std::string_view(fingerprint_.digits()));
  }

  Connection& database_;
  Fingerprint fingerprint_;
};

// The whole database as the bytes of its file: made in memory, so that no journal or half-written file of
// SQLite's is ever on the disk.
Result<std::string> bytes_of(const guide::Content& content, const Origin& origin) {
  TRY(Connection database, Connection::in_memory());
  TRY_VOID(
      database.execute(fmt::format("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA "
                                   "application_id = {}; PRAGMA user_version = {};",
                                   kApplicationId, kSchemaVersion)));
  TRY_VOID(database.execute("BEGIN"));
  TRY_VOID(database.execute(kCreateTables));
  TRY_VOID(Writer(database).write(content, origin));
  TRY_VOID(database.execute("COMMIT"));
  // What a kiosk could not read must not become its content.
  TRY(const Stored stored, read_all(database));
  if (stored != Stored{content, origin}) {
    return fail(Errc::invalid,
                "the content would not read back as it is; are guides and places in order of id?");
  }
  return database.serialize();
}

}  // namespace

Result<void> build(const std::filesystem::path& path, const guide::Content& content, const Origin& origin) {
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::symlink_status(path, error))) {
    return fail(Errc::conflict, "{}: exists already; a database is never written over", path.string());
  }
  const auto bytes = bytes_of(content, origin);
  if (!bytes) return with_context(bytes.error(), path.string());
  return write_file_atomically(path, *bytes);
}

}  // namespace conglang::database
