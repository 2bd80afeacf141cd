#include <algorithm>
#include <system_error>

#include "content/base/file.h"
#include "content/base/fingerprint.h"
#include "content/database/body_text.h"
#include "content/database/guide_database.h"
#include "content/database/read_all.h"
#include "content/database/schema.h"
#include "content/database/sqlite.h"
#include "content/database/understand.h"
#include "content/guide/emergency_json.h"
#include "content/guide/enum_names.h"
#include "content/guide/guide_json.h"
#include "content/guide/heritage_json.h"
#include "content/guide/notice_json.h"
#include "content/guide/product_json.h"
#include "content/guide/province_json.h"
#include "content/guide/sector_json.h"
#include "content/guide/synonyms_json.h"

namespace conglang::database {
namespace {

std::optional<std::string> written(const std::optional<Date>& date) {
  if (!date) return std::nullopt;
  return format_date(*date);
}

// Puts rows in a fixed order.
class Writer {
 public:
  Writer(Connection& database, const guide::Content& content, const guide::Media& media)
      : database_(database), content_(content), media_(media) {}

  Result<void> write() {
    TRY_VOID(write_shared());
    for (const guide::Guide& one : content_.guides) {
      TRY_VOID(write_guide(one));
      TRY_VOID(insert("body", one.id, body_text(one)));
    }
    for (const guide::Guide& one : content_.retired) TRY_VOID(write_guide(one));
    for (const guide::Place& one : content_.places)
      TRY_VOID(insert("place", one.id, guide::write_place(one)));
    for (const guide::Notice& one : content_.notices) TRY_VOID(write_notice(one));
    for (const guide::Heritage& one : content_.heritage) {
      TRY_VOID(insert("heritage", one.id, guide::write_heritage(one)));
    }
    for (const guide::Product& one : content_.products) {
      TRY_VOID(insert("product", one.id, guide::write_product(one)));
    }
    TRY_VOID(write_catalogue(content_.catalogue));
    for (const guide::Picture& one : content_.pictures) TRY_VOID(write_picture(one));
    for (const guide::Recording& one : content_.recordings) TRY_VOID(write_recording(one));
    return {};
  }

 private:
  Result<void> insert(std::string_view table, std::string_view key, const std::string& text) {
    return database_.run(fmt::format("INSERT INTO {} VALUES (?, ?)", table), key, std::string_view(text));
  }

  Result<void> write_shared() {
    if (content_.emergency) {
      TRY_VOID(insert("shared", "emergency", guide::write_emergency(*content_.emergency)));
    }
    TRY_VOID(insert("shared", "links", guide::write_link_policy(content_.link_policy)));
    if (content_.province) {
      TRY_VOID(insert("shared", "province", guide::write_province(*content_.province)));
    }
    if (!content_.sectors.empty()) {
      TRY_VOID(insert("shared", "sectors", guide::write_sectors(content_.sectors)));
    }
    TRY_VOID(insert("shared", "synonyms", guide::write_search_words(content_.search_words)));
    return insert("shared", "topics", guide::write_topics({content_.topics, content_.most_asked}));
  }

  Result<void> write_guide(const guide::Guide& one) {
    const auto& questioned = content_.local_text_in_question;
    const std::int64_t in_question = std::count(questioned.begin(), questioned.end(), one.id);
    return database_.run("INSERT INTO guide VALUES (?, ?, ?, ?, ?, ?, ?)", std::string_view(one.id),
                         guide::name_of(one.status, guide::kStatuses), one.title.in("vi"),
                         written(one.checked_on), written(one.valid_until), in_question,
                         std::string_view(guide::write_guide(one)));
  }

  Result<void> write_notice(const guide::Notice& one) {
    return database_.run("INSERT INTO notice VALUES (?, ?, ?, ?)", std::string_view(one.id),
                         std::string_view(format_date(one.from)), std::string_view(format_date(one.until)),
                         std::string_view(guide::write_notice(one)));
  }

  Result<void> write_catalogue(const guide::Catalogue& catalogue) {
    if (catalogue.source.empty()) return {};
    TRY_VOID(database_.run("INSERT INTO catalogue_origin VALUES (1, ?, ?)",
                           std::string_view(catalogue.source), written(catalogue.captured_on)));
    std::int64_t place = 0;
    for (const std::string& name : catalogue.fields) {
      TRY_VOID(database_.run("INSERT INTO catalogue_field VALUES (?, ?)", place++, std::string_view(name)));
    }
    place = 0;
    for (const guide::Agency& one : catalogue.agencies) {
      TRY_VOID(database_.run("INSERT INTO catalogue_agency VALUES (?, ?, ?)", place++,
                             std::string_view(one.name), static_cast<std::int64_t>(one.commune_level)));
    }
    for (const guide::CatalogueEntry& one : catalogue.entries) {
      TRY_VOID(database_.run("INSERT INTO catalogue VALUES (?, ?, ?, ?)", std::string_view(one.code),
                             std::string_view(one.name), std::string_view(write_places(one.fields)),
                             std::string_view(write_places(one.agencies))));
    }
    return {};
  }

  // The bytes of `one` and their fingerprint.
  template <typename T>
  static Result<std::pair<std::string_view, std::string>> bytes_of(const guide::Files& files, const T& one) {
    const auto found = files.find(one.file);
    if (found == files.end() || found->second.size() != one.bytes) {
      return fail(Errc::invalid, "the bytes of {} are not there", one.file);
    }
    Fingerprint fingerprint;
    fingerprint.add(found->second);
    return std::pair{std::string_view(found->second), fingerprint.digits()};
  }

  Result<void> write_recording(const guide::Recording& one) {
    TRY(const auto stored, bytes_of(media_.recordings, one));
    return database_.run("INSERT INTO recording VALUES (?, ?, ?, ?, ?)", std::string_view(one.file),
                         static_cast<std::int64_t>(one.seconds), static_cast<std::int64_t>(one.bytes),
                         std::string_view(stored.second), Blob{stored.first});
  }

  Result<void> write_picture(const guide::Picture& one) {
    TRY(const auto stored, bytes_of(media_.pictures, one));
    return database_.run("INSERT INTO picture VALUES (?, ?, ?, ?, ?, ?, ?)", std::string_view(one.file),
                         name_of(one.format), static_cast<std::int64_t>(one.width_px),
                         static_cast<std::int64_t>(one.height_px), static_cast<std::int64_t>(one.bytes),
                         std::string_view(stored.second), Blob{stored.first});
  }

  Connection& database_;
  const guide::Content& content_;
  const guide::Media& media_;
};

Result<void> write_front(Connection& database, const Origin& origin) {
  TRY(const Tables front, read_front_tables(database));
  return database.run("INSERT INTO shared VALUES (?, ?)", kFront,
                      std::string_view(front_json(front, origin)));
}

Result<void> write_origin(Connection& database, const Origin& origin) {
  TRY(const Tables tables, read_tables(database));
  return database.run("INSERT INTO origin VALUES (1, ?, ?, ?, ?)", std::string_view(origin.commune),
                      origin.generation, std::string_view(origin.published_at),
                      std::string_view(fingerprint_of(tables, origin)));
}

// The whole database as the bytes of its file: made in memory, so that no journal or half-written file of
// SQLite's is ever on the disk.
Result<std::string> bytes_of(const guide::Content& content, const guide::Media& media, const Origin& origin) {
  TRY(Connection database, Connection::in_memory());
  TRY_VOID(
      database.execute(fmt::format("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA "
                                   "application_id = {}; PRAGMA user_version = {};",
                                   kApplicationId, kSchemaVersion)));
  TRY_VOID(database.execute("BEGIN"));
  TRY_VOID(database.execute(kCreateTables));
  TRY_VOID(Writer(database, content, media).write());
  TRY_VOID(write_front(database, origin));
  TRY_VOID(write_origin(database, origin));
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

Result<void> build(const std::filesystem::path& path, const guide::Content& content, const Origin& origin,
                   const guide::Media& media) {
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::symlink_status(path, error))) {
    return fail(Errc::conflict, "{}: exists already; a database is never written over", path.string());
  }
  const auto bytes = bytes_of(content, media, origin);
  if (!bytes) return with_context(bytes.error(), path.string());
  return write_file_atomically(path, *bytes);
}

}  // namespace conglang::database
