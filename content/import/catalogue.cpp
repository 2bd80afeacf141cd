#include "content/import/catalogue.h"

#include <algorithm>
#include <set>

#include "content/import/record_json.h"
#include "content/import/source_node.h"

namespace conglang::import {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kInnerNumber = "mã số bên trong của cổng";

std::vector<std::string> texts_of(const SourceNode& list, std::string_view to) {
  std::vector<std::string> out;
  for (const SourceNode& item : list.items()) {
    std::string text = (item.is_object() ? item.at("name") : item).text(to).joined();
    if (!text.empty()) out.push_back(std::move(text));
  }
  return out;
}

CatalogueEntry read_entry(const SourceNode& line) {
  CatalogueEntry entry;
  entry.code = line.at("code").text("code").joined();
  const std::string notation = line.at("codeNotation").text("code").joined();
  if (!notation.empty() && notation != entry.code)
    line.at("codeNotation").doubtful("code", "khác với \"code\"");
  if (entry.code.empty()) entry.code = notation;
  entry.name = line.at("name").text("name").joined();
  if (entry.name.empty()) line.at("name").doubtful("name", "không có tên");
  entry.fields = texts_of(line.at("categories"), "fields");
  entry.agencies = texts_of(line.at("departments"), "agencies");
  entry.publisher = line.at("departmentPromulgate").text("publisher").joined();
  entry.audience = texts_of(line.at("formalityTargetType"), "audience");
  entry.state = line.at("state").text("state").joined();
  for (const std::string_view inner : {"id", "categoryIds", "departmentPromulgateId"}) {
    line.at(inner).omit(kInnerNumber);
  }
  line.at("type").omit("cách phân loại của cổng");
  return entry;
}

// "/categories/0" → "/categories"
std::string field_of(const std::string& pointer) {
  return pointer.substr(0, pointer.find('/', 1));
}

void count_fates(const Ledger& ledger, Catalogue& out) {
  out.counts += ledger.counts();
  for (const auto& entry : ledger.entries()) {
    if (entry.second.fate == Fate::doubtful) ++out.doubtful[field_of(entry.first)];
    if (entry.second.fate == Fate::unknown) ++out.unknown[field_of(entry.first)];
  }
}

void read_line(std::string_view line, const std::string& where, std::set<std::string>& codes,
               Catalogue& out) {
  const auto record = parse_record(line, where);
  if (!record || !record->root.is_object()) {
    out.problems.push_back(where + ": không phải một đối tượng JSON; tải lại danh mục");
    return;
  }
  Ledger ledger(record->root);
  CatalogueEntry entry = read_entry(SourceNode(&record->root, "", ledger));
  // The portal gives one code to two procedures now and then: both are there, for a person to tell apart.
  if (!entry.code.empty() && !codes.insert(entry.code).second) {
    ledger.mark("/code", {Fate::doubtful, "code", "mã đã có ở một dòng trước"});
  }
  count_fates(ledger, out);
  if (entry.code.empty()) {
    out.problems.push_back(where + ": không có mã thủ tục (\"code\")");
  } else {
    out.entries.push_back(std::move(entry));
  }
}

}  // namespace

Catalogue import_catalogue(std::string_view bytes, std::string_view where,
                           const std::function<void()>& after_line) {
  Catalogue out;
  std::set<std::string> codes;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view line = bytes.substr(begin, end - begin);
    ++number;
    begin = end + 1;
    if (after_line) after_line();
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    read_line(line, fmt::format("{}:{}", where, number), codes, out);
  }
  std::stable_sort(out.entries.begin(), out.entries.end(),
                   [](const CatalogueEntry& a, const CatalogueEntry& b) { return a.code < b.code; });
  return out;
}

std::string write_catalogue(const std::vector<CatalogueEntry>& entries) {
  std::string out;
  for (const CatalogueEntry& entry : entries) {
    Json line{{"code", entry.code}, {"name", entry.name}};
    if (!entry.fields.empty()) line["fields"] = entry.fields;
    if (!entry.agencies.empty()) line["agencies"] = entry.agencies;
    if (!entry.publisher.empty()) line["publisher"] = entry.publisher;
    if (!entry.audience.empty()) line["audience"] = entry.audience;
    if (!entry.state.empty()) line["state"] = entry.state;
    out += line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return out;
}

}  // namespace conglang::import
