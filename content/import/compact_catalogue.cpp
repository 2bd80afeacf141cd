#include "content/import/compact_catalogue.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "content/text/fold.h"

namespace conglang::import {
namespace {

using Json = nlohmann::ordered_json;

// Names of fields or agencies with their numbers, in byte order.
class Names {
 public:
  void add(const std::vector<std::string>& names) {
    for (const std::string& name : names) numbers_[name] = 0;
  }
  void number() {
    std::size_t next = 0;
    for (auto& name : numbers_) name.second = next++;
  }
  std::set<std::size_t> numbers_of(const std::vector<std::string>& names) const {
    std::set<std::size_t> out;
    for (const std::string& name : names) out.insert(numbers_.at(name));
    return out;
  }
  const std::map<std::string, std::size_t>& all() const { return numbers_; }

 private:
  std::map<std::string, std::size_t> numbers_;
};

std::string one_line(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// `items` one a line, as a member of the file's object.
std::string list_of_lines(std::string_view name, const std::vector<std::string>& items) {
  std::string out = fmt::format("  \"{}\": [", name);
  for (std::size_t i = 0; i < items.size(); ++i) out += (i == 0 ? "\n    " : ",\n    ") + items[i];
  return out + (items.empty() ? "]" : "\n  ]");
}

void append(std::vector<std::string>& to, const std::vector<std::string>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

// Each code once, in the order of their first mention.
std::vector<CatalogueEntry> one_each(const std::vector<CatalogueEntry>& entries, CompactCatalogue& out) {
  std::vector<CatalogueEntry> each;
  std::map<std::string_view, std::size_t> places;
  for (const CatalogueEntry& entry : entries) {
    if (entry.name.empty()) {
      out.problems.push_back(fmt::format("mã {}: không có tên; không đưa vào danh mục gọn", entry.code));
      continue;
    }
    const auto [place, is_new] = places.try_emplace(entry.code, each.size());
    if (is_new) {
      each.push_back(entry);
      continue;
    }
    CatalogueEntry& first = each[place->second];
    first.name += "; " + entry.name;
    append(first.fields, entry.fields);
    append(first.agencies, entry.agencies);
    out.merged.push_back(entry.code);
  }
  return each;
}

}  // namespace

bool is_commune_level(std::string_view agency) {
  constexpr std::array<std::string_view, 10> kWords{
      " cap xa ",      " cap phuong ",      " ubnd xa ",    " ubnd phuong ",    " ubnd dac khu ",
      " nhan dan xa ", " nhan dan phuong ", " cong an xa ", " cong an phuong ", " nhan dan dac khu "};
  const std::string folded = " " + fold(agency) + " ";
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

CompactCatalogue compact_catalogue(const std::vector<CatalogueEntry>& all, std::string_view source,
                                   std::optional<Date> captured_on) {
  CompactCatalogue out;
  const std::vector<CatalogueEntry> entries = one_each(all, out);
  Names fields;
  Names agencies;
  for (const CatalogueEntry& entry : entries) {
    fields.add(entry.fields);
    agencies.add(entry.agencies);
  }
  fields.number();
  agencies.number();
  std::vector<std::string> field_lines;
  for (const auto& field : fields.all()) field_lines.push_back(one_line(field.first));
  std::vector<std::string> agency_lines;
  for (const auto& agency : agencies.all()) {
    Json line{{"name", agency.first}};
    if (is_commune_level(agency.first)) line["communeLevel"] = true;
    agency_lines.push_back(one_line(line));
  }
  std::vector<std::string> entry_lines;
  for (const CatalogueEntry& entry : entries) {
    entry_lines.push_back(one_line(Json::array(
        {entry.code, entry.name, fields.numbers_of(entry.fields), agencies.numbers_of(entry.agencies)})));
    out.commune_level +=
        std::any_of(entry.agencies.begin(), entry.agencies.end(), is_commune_level) ? 1U : 0U;
  }
  out.entries = entry_lines.size();
  const std::string day =
      captured_on ? fmt::format("  \"capturedOn\": \"{}\",\n", format_date(*captured_on)) : "";
  out.bytes =
      fmt::format("{{\n  \"$schema\": \"catalogue.schema.json\",\n  \"source\": {},\n{}{},\n{},\n{}\n}}\n",
                  one_line(std::string(source)), day, list_of_lines("fields", field_lines),
                  list_of_lines("agencies", agency_lines), list_of_lines("entries", entry_lines));
  return out;
}

}  // namespace conglang::import
