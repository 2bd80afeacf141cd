#include "content/database/understand.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "content/guide/emergency_json.h"
#include "content/guide/guide_json.h"
#include "content/guide/heritage_json.h"
#include "content/guide/notice_json.h"
#include "content/guide/product_json.h"
#include "content/guide/province_json.h"
#include "content/guide/sector_json.h"
#include "content/guide/synonyms_json.h"

namespace conglang::database {
namespace {

const std::vector<Row>& rows_of(const Tables& tables, std::string_view table) {
  return tables.find(table)->second;
}

// The number that `text` begins with, which is taken off it; 0 for none.
std::int64_t take_number(std::string_view& text) {
  std::int64_t number = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), number).ptr;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

std::int64_t number_of(std::string_view text) {
  return take_number(text);
}

Result<std::vector<std::uint16_t>> read_places(std::string_view text, std::size_t count) {
  std::vector<std::uint16_t> places;
  while (!text.empty()) {
    const std::int64_t place = take_number(text);
    if (place < 0 || static_cast<std::uint64_t>(place) >= count) {
      return fail(Errc::invalid, "the catalogue refers to a name that it does not have");
    }
    places.push_back(static_cast<std::uint16_t>(place));
    if (!text.empty()) text.remove_prefix(1);
  }
  return places;
}

// Reads the files of `shared` by name. What a newer build adds, this one has no use for.
Result<void> read_shared(const std::vector<Row>& rows, guide::Content& out) {
  for (const Row& row : rows) {
    const std::string& name = row[0];
    if (name == "links") {
      TRY(out.link_policy, guide::read_link_policy(row[1], name));
    } else if (name == "topics") {
      TRY(guide::TopicList list, guide::read_topics(row[1], name));
      out.topics = std::move(list.topics);
      out.most_asked = std::move(list.most_asked);
    } else if (name == "sectors") {
      TRY(out.sectors, guide::read_sectors(row[1], name));
    } else if (name == "synonyms") {
      TRY(out.search_words, guide::read_search_words(row[1], name));
    } else if (name == "emergency") {
      TRY(out.emergency, guide::read_emergency(row[1], name));
    } else if (name == "province") {
      TRY(out.province, guide::read_province(row[1], name));
    }
  }
  return {};
}

Result<void> read_guides(const std::vector<Row>& rows, guide::Content& out) {
  for (const Row& row : rows) {
    TRY(guide::Guide one, guide::read_guide(row[6], row[0]));
    if (row[5] != "0") out.local_text_in_question.push_back(one.id);
    const bool in_force = one.status == guide::Guide::Status::in_force;
    (in_force ? out.guides : out.retired).push_back(std::move(one));
  }
  return {};
}

template <typename Read, typename T>
Result<void> read_each(const std::vector<Row>& rows, Read read, std::vector<T>& out) {
  for (const Row& row : rows) {
    TRY(T value, read(row.back(), row.front()));
    out.push_back(std::move(value));
  }
  return {};
}

Result<void> read_catalogue(const Tables& tables, guide::Catalogue& out) {
  for (const Row& row : rows_of(tables, "catalogue_origin")) {
    out.source = row[0];
    out.captured_on = parse_date(row[1]);
  }
  for (const Row& row : rows_of(tables, "catalogue_field")) out.fields.push_back(row[1]);
  for (const Row& row : rows_of(tables, "catalogue_agency")) out.agencies.push_back({row[1], row[2] != "0"});
  for (const Row& row : rows_of(tables, "catalogue")) {
    guide::CatalogueEntry entry{row[0], row[1], {}, {}, false};
    TRY(entry.fields, read_places(row[2], out.fields.size()));
    TRY(entry.agencies, read_places(row[3], out.agencies.size()));
    entry.commune_level = guide::is_commune_level(out, entry.agencies);
    out.entries.push_back(std::move(entry));
  }
  return {};
}

guide::Picture::Format format_named(std::string_view name) {
  using enum guide::Picture::Format;
  for (const guide::Picture::Format format : {png, webp})
    if (name == name_of(format)) return format;
  return jpeg;
}

std::vector<guide::Recording> read_recordings(const std::vector<Row>& rows) {
  std::vector<guide::Recording> recordings;
  for (const Row& row : rows) {
    recordings.push_back(
        {row[0], static_cast<int>(number_of(row[1])), static_cast<std::size_t>(number_of(row[2]))});
  }
  return recordings;
}

std::vector<guide::Picture> read_pictures(const std::vector<Row>& rows) {
  std::vector<guide::Picture> pictures;
  for (const Row& row : rows) {
    pictures.push_back({row[0], format_named(row[1]), static_cast<int>(number_of(row[2])),
                        static_cast<int>(number_of(row[3])), static_cast<std::size_t>(number_of(row[4]))});
  }
  return pictures;
}

}  // namespace

Result<guide::Content> understand(const Tables& tables) {
  guide::Content out;
  TRY_VOID(read_shared(rows_of(tables, "shared"), out));
  TRY_VOID(read_guides(rows_of(tables, "guide"), out));
  TRY_VOID(read_each(rows_of(tables, "place"), guide::read_place, out.places));
  TRY_VOID(read_each(rows_of(tables, "notice"), guide::read_notice, out.notices));
  TRY_VOID(read_each(rows_of(tables, "heritage"), guide::read_heritage, out.heritage));
  TRY_VOID(read_each(rows_of(tables, "product"), guide::read_product, out.products));
  TRY_VOID(read_catalogue(tables, out.catalogue));
  out.pictures = read_pictures(rows_of(tables, "picture"));
  out.recordings = read_recordings(rows_of(tables, "recording"));
  return out;
}

std::string write_places(const std::vector<std::uint16_t>& places) {
  return fmt::format("{}", fmt::join(places, ","));
}

std::string_view name_of(guide::Picture::Format format) {
  switch (format) {
    case guide::Picture::Format::png:
      return "png";
    case guide::Picture::Format::webp:
      return "webp";
    case guide::Picture::Format::jpeg:
      break;
  }
  return "jpeg";
}

}  // namespace conglang::database
