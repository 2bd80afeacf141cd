#include "content/import/sheet_xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

#include "content/base/time.h"
#include "content/import/xml_part.h"

namespace conglang::import {
namespace {

// The cells of a sheet, which may name them in any order. Many cells can refer to one long text, so what they
// hold together is bounded.
class Grid {
 public:
  /// False when the sheet holds more than a table may; the cell is then not in it.
  bool put(std::size_t row, std::size_t column, Cell cell) {
    bytes_ += sizeof(Cell) + cell.text.size();
    if (bytes_ > kMaxTableBytes) return false;
    rows_[row][column] = std::move(cell);
    return true;
  }
  const Cell* at(std::size_t row, std::size_t column) const {
    const auto found = rows_.find(row);
    if (found == rows_.end()) return nullptr;
    const auto cell = found->second.find(column);
    return cell == found->second.end() ? nullptr : &cell->second;
  }
  std::vector<std::size_t> rows_between(std::size_t first, std::size_t last) const {
    std::vector<std::size_t> out;
    for (auto row = rows_.lower_bound(first); row != rows_.end() && row->first <= last; ++row) {
      out.push_back(row->first);
    }
    return out;
  }
  std::size_t row_count() const { return rows_.size(); }
  Table to_table() &&;

 private:
  std::map<std::size_t, std::map<std::size_t, Cell>> rows_;
  std::size_t bytes_ = 0;
};

Table Grid::to_table() && {
  Table table;
  for (auto& row : rows_) {
    Row out;
    out.number = row.first;
    out.cells.resize(row.second.rbegin()->first + 1);
    for (auto& cell : row.second) out.cells[cell.first] = std::move(cell.second);
    table.rows.push_back(std::move(out));
  }
  return table;
}

tl::unexpected<Error> too_much_text(std::string_view where) {
  return fail(Errc::too_large, "{}: các ô chứa hơn {} MB chữ; chia thành nhiều tệp", where,
              kMaxTableBytes / (1024 * 1024));
}

// What "0.######" would show: 1.001193, not 1.0011929999999999.
std::string number_text(std::string_view digits) {
  double value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  const bool whole = error == std::errc() && stop == end;
  constexpr double kPlain = 1e15;
  if (!whole || !std::isfinite(value) || std::fabs(value) >= kPlain) return std::string(digits);
  std::string text = fmt::format("{:.9f}", value);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

// Excel's day 60 is the 29 February 1900, which never was.
std::optional<std::string> date_text(const std::string& number, bool from_1904) {
  int days = 0;
  const auto [stop, error] = std::from_chars(number.data(), number.data() + number.size(), days);
  constexpr int kLast = 2958465;  // 9999-12-31
  if (error != std::errc() || days < 0 || days > kLast) return std::nullopt;
  if (stop != number.data() + number.size() && *stop != '.') return std::nullopt;
  using namespace std::chrono;
  const sys_days zero =
      from_1904 ? sys_days(year(1904) / 1 / 1) : sys_days(year(1899) / 12 / (days < 60 ? 31 : 30));
  const Date date(zero + std::chrono::days(days));
  return fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(date.day()), static_cast<unsigned>(date.month()),
                     static_cast<int>(date.year()));
}

std::size_t index_of(std::string_view digits) {
  std::size_t value = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && stop == digits.data() + digits.size() ? value : std::string::npos;
}

Cell number_cell(std::string_view digits, bool is_date, bool from_1904) {
  Cell cell{Cell::Kind::number, number_text(digits), ""};
  if (!is_date || cell.text.empty()) return cell;
  const auto date = date_text(cell.text, from_1904);
  if (!date) return {Cell::Kind::date, cell.text, "ô định dạng ngày nhưng không phải ngày"};
  return {Cell::Kind::date, *date, ""};
}

Cell shared_cell(std::string_view digits, const WorkbookParts& parts) {
  const std::size_t index = index_of(digits);
  if (index >= parts.strings.size()) return {Cell::Kind::text, "", "ô trỏ tới chữ không có trong tệp"};
  return {Cell::Kind::text, parts.strings[index], ""};
}

Cell read_cell(pugi::xml_node node, const WorkbookParts& parts) {
  const std::string_view type = attribute_of(node, "t");
  const std::string_view value = child_of(node, "v").text().get();
  const std::size_t style = number_of(node, "s", 0);
  const bool is_date = style < parts.date_styles.size() && parts.date_styles[style];
  Cell cell;
  if (type == "s") {
    cell = shared_cell(value, parts);
  } else if (type == "inlineStr") {
    cell.text = rich_text(child_of(node, "is"));
  } else if (type.empty() || type == "n") {
    cell = number_cell(value, is_date, parts.from_1904);
  } else {
    cell.text = std::string(value);  // str: a formula's text; b; d: a date in ISO 8601
    if (type == "e") cell.doubt = "ô báo lỗi tính toán";
    if (type == "b") cell.doubt = "ô đúng/sai (TRUE/FALSE)";
  }
  if (child_of(node, "f")) cell.doubt = "ô là công thức; lấy kết quả đã lưu trong tệp";
  if (cell.text.size() > kMaxCellBytes) return {cell.kind, "", "ô quá dài; không đọc"};
  return cell;
}

Result<void> read_row(pugi::xml_node node, std::size_t number, const WorkbookParts& parts,
                      std::string_view where, Grid& out) {
  std::size_t next = 0;
  for (const pugi::xml_node child : node.children()) {
    if (local_name(child) != "c") continue;
    const auto place = parse_cell_place(attribute_of(child, "r"));
    const std::size_t column = place ? place->column : next;
    next = column + 1;
    Cell cell = read_cell(child, parts);
    if (cell.text.empty() && cell.doubt.empty()) continue;  // a coloured empty cell, out to the last column
    if (column >= kMaxTableColumns) {
      return fail(Errc::too_large, "{}:{}: quá {} cột; xóa các cột không phải danh sách thủ tục", where,
                  number, kMaxTableColumns);
    }
    if (!out.put(number, column, std::move(cell))) return too_much_text(where);
  }
  return {};
}

struct Area {
  CellPlace from;
  CellPlace to;
};

std::optional<Area> parse_area(std::string_view reference) {
  const std::size_t colon = reference.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto from = parse_cell_place(reference.substr(0, colon));
  const auto to = parse_cell_place(reference.substr(colon + 1));
  if (!from || !to || to->row < from->row || to->column < from->column) return std::nullopt;
  return Area{*from, *to};
}

// A value merged over several rows holds for each of them. Only rows that the sheet has are filled, and only
// in the first column of the area: the others are its breadth on paper. `left`: cells that may yet be filled.
bool spread(const Area& area, std::string_view reference, std::size_t& left, Grid& grid) {
  const Cell* first = grid.at(area.from.row, area.from.column);
  if (first == nullptr) return true;
  Cell merged = *first;
  if (merged.doubt.empty()) merged.doubt = fmt::format("lấy từ ô gộp {}", reference);
  for (const std::size_t row : grid.rows_between(area.from.row + 1, area.to.row)) {
    if (left == 0) return false;
    --left;
    if (grid.at(row, area.from.column) != nullptr) continue;
    if (!grid.put(row, area.from.column, merged)) return false;
  }
  return true;
}

Result<void> spread_merged(pugi::xml_node sheet, std::string_view where, Grid& grid) {
  std::size_t left = 200000;
  for (const pugi::xml_node node : child_of(sheet, "mergeCells").children()) {
    const std::string_view reference = attribute_of(node, "ref");
    const auto area = parse_area(reference);
    if (area && area->from.column < kMaxTableColumns && !spread(*area, reference, left, grid)) {
      return fail(Errc::too_large, "{}: quá nhiều ô gộp ({}); bỏ gộp ô trong Excel rồi nhập lại", where,
                  reference);
    }
  }
  return {};
}

bool is_date_format(std::string_view code) {
  bool quoted = false;
  bool bracketed = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '\\') {
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == '[' || c == ']') {
      bracketed = c == '[';
    } else if (!quoted && !bracketed && std::string_view("dmyDMY").find(c) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

// ECMA-376 part 1, 18.8.30: the formats that every workbook has.
bool is_built_in_date(std::size_t format) {
  return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) || format == 36 ||
         (format >= 50 && format <= 58);
}

}  // namespace

std::optional<CellPlace> parse_cell_place(std::string_view reference) {
  constexpr std::size_t kMaxRow = 1048576;
  constexpr std::size_t kMaxColumn = 16384;
  CellPlace out;
  std::size_t at = 0;
  for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z'; ++at) {
    out.column = out.column * 26 + static_cast<std::size_t>(reference[at] - 'A') + 1;
    if (out.column > kMaxColumn) return std::nullopt;
  }
  if (at == 0) return std::nullopt;
  --out.column;
  out.row = index_of(reference.substr(at));
  if (out.row == 0 || out.row > kMaxRow) return std::nullopt;
  return out;
}

Result<std::vector<std::string>> read_shared_strings(std::string_view xml, std::string_view where) {
  pugi::xml_document document;
  TRY_VOID(parse_xml(xml, where, document));
  std::vector<std::string> out;
  for (const pugi::xml_node node : document.document_element().children()) {
    if (local_name(node) == "si") out.push_back(rich_text(node));
  }
  return out;
}

Result<std::vector<bool>> read_date_styles(std::string_view xml, std::string_view where) {
  pugi::xml_document document;
  TRY_VOID(parse_xml(xml, where, document));
  const pugi::xml_node sheet = document.document_element();
  std::map<std::size_t, bool> own;
  for (const pugi::xml_node node : child_of(sheet, "numFmts").children()) {
    own[number_of(node, "numFmtId", 0)] = is_date_format(attribute_of(node, "formatCode"));
  }
  std::vector<bool> out;
  for (const pugi::xml_node node : child_of(sheet, "cellXfs").children()) {
    const std::size_t format = number_of(node, "numFmtId", 0);
    const auto found = own.find(format);
    out.push_back(found == own.end() ? is_built_in_date(format) : found->second);
  }
  return out;
}

Result<Table> read_sheet(std::string_view xml, const WorkbookParts& parts, std::string_view where) {
  pugi::xml_document document;
  TRY_VOID(parse_xml(xml, where, document));
  const pugi::xml_node sheet = document.document_element();
  Grid grid;
  std::size_t next = 1;
  for (const pugi::xml_node node : child_of(sheet, "sheetData").children()) {
    if (local_name(node) != "row") continue;
    const std::size_t number = number_of(node, "r", next);
    next = number + 1;
    TRY_VOID(read_row(node, number, parts, where, grid));
    if (grid.row_count() > kMaxTableRows) {
      return fail(Errc::too_large, "{}: quá {} dòng; chia thành nhiều tệp", where, kMaxTableRows);
    }
  }
  TRY_VOID(spread_merged(sheet, where, grid));
  return std::move(grid).to_table();
}

}  // namespace conglang::import
