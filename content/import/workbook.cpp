#include "content/import/workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "content/import/sheet_xml.h"
#include "content/import/xml_part.h"
#include "content/import/zip_archive.h"

namespace conglang::import {
namespace {

// One archive and how its messages call its parts.
struct Source {
  ZipArchive zip;
  std::string where;

  std::string part(std::string_view name) const { return fmt::format("{} ({})", where, name); }

  Result<std::string> required(const std::string& name) {
    TRY(std::optional<std::string> bytes, zip.read(name));
    if (!bytes) return fail(Errc::parse, "{}: thiếu phần {}; mở bằng Excel và lưu lại", where, name);
    return std::move(*bytes);
  }
};

// The parts that a part refers to, by relationship id and by the last word of their type.
struct Relations {
  std::map<std::string, std::string> by_id;
  std::map<std::string, std::string> by_type;
};

// Targets are relative to the folder of the part, or to the archive. They are names in the archive and
// nothing else: one with ".." finds no member.
std::string target_name(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  return std::string(folder) + std::string(target);
}

Result<Relations> read_relations(Source& source, const std::string& name, std::string_view folder) {
  TRY(const std::string bytes, source.required(name));
  pugi::xml_document document;
  TRY_VOID(parse_xml(bytes, source.part(name), document));
  Relations out;
  for (const pugi::xml_node node : document.document_element().children()) {
    if (attribute_of(node, "TargetMode") == "External") continue;
    const std::string target = target_name(folder, attribute_of(node, "Target"));
    const std::string_view type = attribute_of(node, "Type");
    out.by_id.emplace(attribute_of(node, "Id"), target);
    out.by_type.emplace(type.substr(type.rfind('/') + 1), target);
  }
  return out;
}

struct Sheet {
  std::string name;
  std::string part;  // in the archive; empty: a chart or macro sheet
  bool hidden = false;
};

struct Book {
  std::vector<Sheet> sheets;
  bool from_1904 = false;
};

Result<Book> read_book(std::string_view bytes, std::string_view where, const Relations& relations) {
  pugi::xml_document document;
  TRY_VOID(parse_xml(bytes, where, document));
  const pugi::xml_node root = document.document_element();
  Book out;
  const std::string_view from_1904 = attribute_of(child_of(root, "workbookPr"), "date1904");
  out.from_1904 = from_1904 == "1" || from_1904 == "true";
  for (const pugi::xml_node node : child_of(root, "sheets").children()) {
    const std::string_view state = attribute_of(node, "state");
    const auto part = relations.by_id.find(std::string(attribute_of(node, "id")));
    out.sheets.push_back({std::string(attribute_of(node, "name")),
                          part == relations.by_id.end() ? "" : part->second,
                          state == "hidden" || state == "veryHidden"});
  }
  return out;
}

std::string names_of_all(const Book& book) {
  std::string out;
  for (const Sheet& sheet : book.sheets) out += (out.empty() ? "\"" : ", \"") + sheet.name + "\"";
  return out;
}

Result<const Sheet*> choose_sheet(const Book& book, std::string_view wanted, std::string_view where) {
  for (const Sheet& sheet : book.sheets) {
    if (sheet.part.empty()) continue;
    if (wanted.empty() ? !sheet.hidden : sheet.name == wanted) return &sheet;
  }
  if (wanted.empty()) return fail(Errc::not_found, "{}: không có trang tính nào để đọc", where);
  return fail(Errc::not_found, "{}: không có trang tính \"{}\"; trong tệp có {}", where, wanted,
              names_of_all(book));
}

Result<WorkbookParts> read_parts(Source& source, const Relations& relations, bool from_1904) {
  WorkbookParts parts;
  parts.from_1904 = from_1904;
  if (const auto strings = relations.by_type.find("sharedStrings"); strings != relations.by_type.end()) {
    TRY(const std::string bytes, source.required(strings->second));
    TRY(parts.strings, read_shared_strings(bytes, source.part(strings->second)));
  }
  if (const auto styles = relations.by_type.find("styles"); styles != relations.by_type.end()) {
    TRY(const std::string bytes, source.required(styles->second));
    TRY(parts.date_styles, read_date_styles(bytes, source.part(styles->second)));
  }
  return parts;
}

void remark_on_others(const Book& book, const Sheet& read, Table& table) {
  for (const Sheet& sheet : book.sheets) {
    if (&sheet == &read) continue;
    table.remarks.push_back(fmt::format("trang tính \"{}\"{} không được đọc; dùng --sheet nếu cần",
                                        sheet.name, sheet.hidden ? " (đang ẩn)" : ""));
  }
}

}  // namespace

Result<Table> read_workbook(std::string_view bytes, std::string_view where, std::string_view sheet) {
  if (bytes.starts_with("\xd0\xcf\x11\xe0")) {
    return fail(
        Errc::parse,
        "{}: tệp Excel đời cũ (.xls) hoặc có mật khẩu; mở bằng Excel, chọn Lưu thành (Save As) kiểu .xlsx",
        where);
  }
  TRY(ZipArchive zip, ZipArchive::open(bytes, where));
  Source source{std::move(zip), std::string(where)};
  TRY(const Relations of_file, read_relations(source, "_rels/.rels", ""));
  const auto main = of_file.by_type.find("officeDocument");
  if (main == of_file.by_type.end()) return fail(Errc::parse, "{}: không phải tệp Excel .xlsx", where);
  const std::size_t slash = main->second.rfind('/') + 1;  // 0 when there is none
  const std::string folder = main->second.substr(0, slash);
  TRY(const Relations relations,
      read_relations(source, folder + "_rels/" + main->second.substr(slash) + ".rels", folder));
  TRY(const std::string book_bytes, source.required(main->second));
  TRY(const Book book, read_book(book_bytes, source.part(main->second), relations));
  TRY(const Sheet* chosen, choose_sheet(book, sheet, where));
  TRY(const WorkbookParts parts, read_parts(source, relations, book.from_1904));
  TRY(const std::string sheet_bytes, source.required(chosen->part));
  TRY(Table table, read_sheet(sheet_bytes, parts, fmt::format("{} [{}]", where, chosen->name)));
  remark_on_others(book, *chosen, table);
  return table;
}

}  // namespace conglang::import
