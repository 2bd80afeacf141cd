#include "content/import/table_import.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>

#include "content/guide/json_document.h"
#include "content/import/portal_parts.h"
#include "content/import/slug.h"
#include "content/import/table_row.h"
#include "content/import/titles.h"

namespace conglang::import {
namespace {

using nlohmann::json;

bool is_blank(const Cell& cell) {
  return cell.text.find_first_not_of(" \t\r\n") == std::string::npos;
}

std::string head_name(const Heads& heads, std::size_t column) {
  return column < heads.names.size() ? heads.names[column] : fmt::format("cột {}", column + 1);
}

// The row as an object, its cells by their column's head; empty cells are no values.
json record_of(const Row& row, const Heads& heads) {
  json record = json::object();
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (!is_blank(row.cells[i]) || !row.cells[i].doubt.empty()) {
      record[repair_utf8(head_name(heads, i))] = repair_utf8(row.cells[i].text);
    }
  }
  return record;
}

// "18/07/2026", "18-7-2026", "2026-07-18"
std::optional<Date> day_in(const std::string& text) {
  if (const auto iso = parse_date(text)) return iso;
  std::array<int, 3> parts{};
  const char* at = text.data();
  const char* end = at + text.size();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto [stop, error] = std::from_chars(at, end, parts.at(i));
    if (error != std::errc() || parts.at(i) <= 0) return std::nullopt;
    at = stop;
    const bool last = i + 1 == parts.size();
    if (last ? at != end : at == end || std::string_view("/-.").find(*at) == std::string_view::npos) {
      return std::nullopt;
    }
    if (!last) ++at;
  }
  return parse_date(fmt::format("{:04}-{:02}-{:02}", parts[2], parts[1], parts[0]));
}

guide::Provenance provenance_of(const RowReading& in, std::string_view where, std::size_t row) {
  guide::Provenance out;
  const SourceNode source_cell = in.at(Column::source);
  const SourceNode day_cell = in.at(Column::checked);
  const std::string source = source_cell.text("provenance/source").joined("; ");
  const std::string day = day_cell.text("provenance/checkedOn").joined();
  out.checked_on = day_in(day);
  if (!day.empty() && !out.checked_on)
    day_cell.doubtful("provenance/checkedOn", "không phải ngày, như 18/07/2026");
  if (out.checked_on) day_cell.changed("provenance/checkedOn", "viết lại thành ngày");
  const std::size_t slash = where.rfind('/') + 1;  // 0 when there is none
  out.source = source.empty()
                   ? fmt::format("Danh sách của xã: {}, dòng {}", repair_utf8(where.substr(slash)), row)
                   : source;
  const bool checked = !source.empty() && out.checked_on.has_value();
  out.confidence = checked ? guide::Confidence::verified : guide::Confidence::uncertain;
  return out;
}

// Excel takes "1.001190" for a number and drops the zero at its end; portal codes have six digits there.
std::string repaired_code(const std::string& text, const Cell* cell, const SourceNode& node) {
  if (cell == nullptr || cell->kind == Cell::Kind::text) return text;
  std::string code = text;
  const std::size_t point = code.find('.');
  if (point == 1 && code.size() > 2 && code.size() < 8) code.append(8 - code.size(), '0');
  node.doubtful("codes", code == text
                             ? "mã ghi dạng số; so lại với mã trên cổng"
                             : "mã ghi dạng số nên Excel bỏ số 0 cuối; đã thêm lại, so với mã trên cổng");
  return code;
}

void read_code(RowReading& in, const Cell* cell, RowDraft& draft) {
  const SourceNode node = in.at(Column::code);
  const std::string text = node.text("codes, links").joined();
  draft.code = plain_code(repaired_code(text, cell, node));
  if (draft.code != text && (cell == nullptr || cell->kind == Cell::Kind::text) && !text.empty()) {
    node.doubtful("codes", "có ký tự không thuộc mã thủ tục; đã bỏ");
  }
  if (draft.code.empty()) return;
  draft.guide.codes.push_back(
      {draft.code, guide::ProcedureCode::Role::current, draft.guide.official_name, in.provenance});
  draft.guide.links.push_back({"portal-search", draft.code, "", {}});
}

void read_name(RowReading& in) {
  const std::string name = in.at(Column::name).text("officialName, title, id").joined();
  in.guide.official_name = vi(name);
  in.guide.title = vi(plain_title(name));
  in.guide.id = to_slug(in.guide.title.in("vi"));
  if (in.guide.id.empty()) in.guide.id = "thu-tuc";
}

void read_people_and_terms(RowReading& in) {
  in.guide.competent_authority = vi(in.at(Column::agency).text("competentAuthority").joined("; "));
  in.guide.audience = vi(in.at(Column::audience).text("audience").joined("; "));
  for (const Column column : {Column::terms, Column::field}) {
    for (std::string& term : pieces_in(in.at(column).text("searchTerms"))) {
      auto& terms = in.guide.search_terms;
      if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(std::move(term));
    }
  }
  for (const std::string& piece : pieces_in(in.at(Column::results).text("outputs"))) {
    in.guide.outputs.push_back({vi(piece), in.provenance});
  }
  for (const std::string& line : in.at(Column::steps).text("cases/steps").lines) {
    const std::string text(without_bullet(line));
    if (!text.empty()) in.guide.cases.front().steps.push_back({vi(text), in.provenance});
  }
  for (const std::string& line : in.at(Column::notes).text("notes").lines) {
    add_note(in.guide, std::string(without_bullet(line)));
  }
  in.at(Column::number).omit("số thứ tự trong danh sách");
}

const Cell* cell_in(const Row& row, const Heads& heads, Column column) {
  const auto found = std::find(heads.columns.begin(), heads.columns.end(), column);
  const auto place = static_cast<std::size_t>(found - heads.columns.begin());
  return found == heads.columns.end() || place >= row.cells.size() ? nullptr : &row.cells[place];
}

// What the file says of a cell beyond its text, and what only a person can judge.
void mark_doubts(const Row& row, const Heads& heads, Ledger& ledger) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const Cell& cell = row.cells[i];
    const std::string pointer = guide::pointer_step(repair_utf8(head_name(heads, i)));
    const auto column = i < heads.columns.size() ? heads.columns[i] : std::nullopt;
    if (!cell.doubt.empty()) ledger.mark(pointer, {Fate::doubtful, "", cell.doubt});
    if (cell.text.starts_with('=') || cell.text.starts_with('@')) {
      ledger.mark(pointer, {Fate::doubtful, "", "chữ giống một công thức; giữ nguyên, không tính"});
    }
    if (cell.kind == Cell::Kind::date && column && *column != Column::checked) {
      ledger.mark(pointer, {Fate::doubtful, "", "ô định dạng ngày; Excel có thể đã đổi chữ thành ngày"});
    }
  }
}

RowDraft read_row(const Row& row, const Heads& heads, std::string_view where) {
  const json record = record_of(row, heads);
  RowDraft draft{row.number, "", {}, Ledger(record), {}};
  const SourceNode node(&record, "", draft.ledger);
  std::map<Column, SourceNode> cells;
  for (std::size_t i = 0; i < heads.columns.size(); ++i) {
    if (!heads.columns[i]) continue;
    const SourceNode cell = node.at(repair_utf8(heads.names[i]));
    draft.pointers.emplace(*heads.columns[i], cell.pointer());
    cells.emplace(*heads.columns[i], cell);
  }
  RowReading in{cells, draft.guide, draft.ledger, {}};
  in.provenance = provenance_of(in, where, row.number);
  draft.guide.cases.emplace_back().id = "chung";
  read_name(in);
  read_code(in, cell_in(row, heads, Column::code), draft);
  read_row_papers(in);
  read_row_fees(in);
  read_row_time(in);
  read_row_places(in);
  read_row_law(in);
  read_people_and_terms(in);
  draft.guide.checked_on = in.provenance.checked_on;
  draft.guide.change_note = vi("Nhập từ danh sách của xã, chưa có người đối chiếu");
  mark_doubts(row, heads, draft.ledger);
  return draft;
}

// "I. Lĩnh vực hộ tịch" alone in its row; a code alone is a procedure without its name.
bool is_title(const Row& row, const Heads& heads) {
  const auto filled =
      std::count_if(row.cells.begin(), row.cells.end(), [](const Cell& cell) { return !is_blank(cell); });
  const bool clean =
      std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) { return cell.doubt.empty(); });
  const Cell* code = cell_in(row, heads, Column::code);
  return filled == 1 && clean && (code == nullptr || is_blank(*code));
}

std::string text_of(const Row& row) {
  std::string out;
  for (const Cell& cell : row.cells) {
    if (!is_blank(cell)) out += (out.empty() ? "" : " | ") + clean_source_text(cell.text).joined();
  }
  return out;
}

}  // namespace

SourceNode RowReading::at(Column column) const {
  const auto found = cells.find(column);
  return found == cells.end() ? SourceNode(nullptr, "", ledger) : found->second;
}

Result<TableDrafts> import_table(const Table& table, std::string_view where) {
  TRY(const Heads heads, find_heads(table, where));
  TableDrafts out;
  for (const std::string& remark : table.remarks) out.remarks.push_back(fmt::format("{}: {}", where, remark));
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const Row& row = table.rows[i];
    const Cell* name = cell_in(row, heads, Column::name);
    const bool named = name != nullptr && !is_blank(*name);
    if (i == heads.row) continue;
    if (i < heads.row || (!named && is_title(row, heads))) {
      out.remarks.push_back(
          fmt::format("{}:{}: dòng tiêu đề, không phải thủ tục: {}", where, row.number, text_of(row)));
    } else if (!named) {
      out.problems.push_back(fmt::format("{}:{}: không có tên thủ tục; ghi tên rồi nhập lại: {}", where,
                                         row.number, text_of(row)));
    } else {
      out.drafts.push_back(read_row(row, heads, where));
    }
  }
  return out;
}

}  // namespace conglang::import
