#include "content/guide/catalogue_json.h"

#include <algorithm>

#include "content/guide/html_debris.h"
#include "content/guide/read_whole.h"
#include "content/guide/shared_fields.h"

namespace conglang::guide {
namespace {

using nlohmann::json;

constexpr const char* kSchema = "catalogue.schema.json";
constexpr std::size_t kMaxNames = 65535;  // fields, agencies: entries hold their places in 16 bits
constexpr std::size_t kEntryParts = 4;

Agency read_agency(ObjectReader& in) {
  Agency out;
  out.name = in.string("name", Need::required);
  out.commune_level = in.boolean("communeLevel");
  return out;
}

// Reads the rows of "entries"; each is [code, name, places of fields, places of agencies].
class EntryReader {
 public:
  EntryReader(Catalogue& catalogue, Problems& problems) : catalogue_(catalogue), problems_(problems) {}

  void read(const json& rows) {
    catalogue_.entries.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      pointer_ = fmt::format("/entries/{}", i);
      if (!rows[i].is_array() || rows[i].size() != kEntryParts) {
        problems_.add(pointer_, "cần là [mã, tên, [lĩnh vực…], [cơ quan…]]");
        continue;
      }
      read_row(rows[i]);
    }
  }

 private:
  void read_row(const json& row) {
    CatalogueEntry entry;
    entry.code = cleaned(row[0], "/0");
    if (!entry.code.empty() && !is_procedure_code(entry.code)) {
      problems_.add(pointer_ + "/0", "không giống mã thủ tục, như \"1.001193\"");
    }
    entry.name = cleaned(row[1], "/1");
    entry.fields = places(row[2], "/2", catalogue_.fields.size());
    entry.agencies = places(row[3], "/3", catalogue_.agencies.size());
    entry.commune_level = is_commune_level(catalogue_, entry.agencies);
    catalogue_.entries.push_back(std::move(entry));
  }

  std::string cleaned(const json& value, const char* part) {
    if (!value.is_string()) {
      problems_.add(pointer_ + part, "cần là chữ trong nháy kép");
      return {};
    }
    auto text = without_html(value.get_ref<const std::string&>()).and_then([](const std::string& plain) {
      return clean_text(plain);
    });
    if (text && !text->empty()) return std::move(*text);
    problems_.add(pointer_ + part, text ? "đang để trống" : text.error().message);
    return {};
  }

  std::vector<std::uint16_t> places(const json& value, const char* part, std::size_t count) {
    std::vector<std::uint16_t> all;
    if (!value.is_array()) {
      problems_.add(pointer_ + part, "cần là một danh sách số thứ tự, tính từ 0");
      return all;
    }
    for (const json& place : value) {
      if (place.is_number_unsigned() && place.get<std::uint64_t>() < count) {
        all.push_back(static_cast<std::uint16_t>(place.get<std::uint64_t>()));
      } else {
        problems_.add(pointer_ + part, fmt::format("cần là các số từ 0 đến dưới {}", count));
        break;
      }
    }
    return all;
  }

  Catalogue& catalogue_;
  Problems& problems_;
  std::string pointer_;
};

void check_codes(std::vector<CatalogueEntry>& entries, Problems& problems) {
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a.code < b.code; });
  const auto same = [](const auto& a, const auto& b) { return a.code == b.code; };
  for (auto at = entries.begin(); (at = std::adjacent_find(at, entries.end(), same)) != entries.end(); ++at) {
    problems.add("/entries", fmt::format("mã {} có hai lần; giữ lại một", at->code));
  }
}

std::string lines_of(const std::vector<std::string>& rows) {
  return fmt::format("[\n    {}\n  ]", fmt::join(rows, ",\n    "));
}

}  // namespace

Result<Catalogue> read_catalogue(std::string_view json_text, std::string_view where) {
  TRY(const Document document, parse_document(json_text, where));
  Problems problems;
  ObjectReader in(document.root, "", problems);
  Catalogue out;
  in.string("$schema");
  out.source = in.string("source", Need::required);
  out.captured_on = in.date("capturedOn");
  out.fields = in.strings("fields");
  out.agencies = in.list("agencies", read_agency);
  if (out.fields.size() > kMaxNames) in.refuse("fields", fmt::format("nhiều hơn {} mục", kMaxNames));
  if (out.agencies.size() > kMaxNames) in.refuse("agencies", fmt::format("nhiều hơn {} mục", kMaxNames));
  if (const json* rows = in.items("entries", Need::required); rows != nullptr && problems.empty()) {
    EntryReader(out, problems).read(*rows);
  }
  in.refuse_unknown();
  check_codes(out.entries, problems);
  if (!problems.empty()) return tl::unexpected<Error>(problems.to_error(document));
  return out;
}

std::string write_catalogue(const Catalogue& catalogue) {
  const auto text = [](const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
  };
  std::vector<std::string> fields;
  for (const std::string& name : catalogue.fields) fields.push_back(text(name));
  std::vector<std::string> agencies;
  for (const Agency& one : catalogue.agencies) {
    Json agency{{"name", one.name}};
    if (one.commune_level) agency["communeLevel"] = true;
    agencies.push_back(text(agency));
  }
  std::vector<std::string> entries;
  for (const CatalogueEntry& one : catalogue.entries) {
    entries.push_back(text(Json::array({one.code, one.name, one.fields, one.agencies})));
  }
  std::string out =
      fmt::format("{{\n  \"$schema\": \"{}\",\n  \"source\": {},\n", kSchema, text(catalogue.source));
  if (catalogue.captured_on)
    out += fmt::format("  \"capturedOn\": \"{}\",\n", format_date(*catalogue.captured_on));
  if (!fields.empty()) out += fmt::format("  \"fields\": {},\n", lines_of(fields));
  if (!agencies.empty()) out += fmt::format("  \"agencies\": {},\n", lines_of(agencies));
  return out + fmt::format("  \"entries\": {}\n}}\n", lines_of(entries));
}

bool is_commune_level(const Catalogue& catalogue, const std::vector<std::uint16_t>& agencies) {
  return std::any_of(agencies.begin(), agencies.end(),
                     [&](std::uint16_t at) { return catalogue.agencies[at].commune_level; });
}

const CatalogueEntry* find_entry(const Catalogue& catalogue, std::string_view code) {
  const auto found = std::lower_bound(
      catalogue.entries.begin(), catalogue.entries.end(), code,
      [](const CatalogueEntry& entry, std::string_view sought) { return entry.code < sought; });
  return found != catalogue.entries.end() && found->code == code ? &*found : nullptr;
}

}  // namespace conglang::guide
