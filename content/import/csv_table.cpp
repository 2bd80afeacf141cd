#include "content/import/csv_table.h"

#include <csv.h>

#include <algorithm>

#include "content/import/table_columns.h"
#include "content/import/text_encoding.h"

namespace conglang::import {
namespace {

// libcsv's states between rows, and within a cell.
constexpr int kRowNotBegun = 0;
constexpr int kFieldBegun = 2;

constexpr std::size_t kBlock = 16UL * 1024;  // by which a cell's room grows

struct Parser {
  Parser() {
    csv_init(&state, 0);
    csv_set_blk_size(&state, kBlock);
  }
  ~Parser() { csv_free(&state); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  csv_parser state{};
};

// What libcsv's callbacks fill.
struct Collected {
  Table& table;
  Row row;
  std::size_t next_line = 1;  // on which the next row begins
  std::size_t line = 1;       // that is being read
  bool too_wide = false;
  bool too_long = false;
  std::size_t too_much = 0;  // line of the row with a cell that is too long
};

bool has_text(const Row& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
    return cell.text.find_first_not_of(" \t\r\n") != std::string::npos;
  });
}

void end_cell(void* bytes, std::size_t size, void* data) {
  auto& out = *static_cast<Collected*>(data);
  if (out.row.cells.size() >= kMaxTableColumns) {
    out.too_wide = out.too_wide || size > 0;
    return;
  }
  if (size > kMaxCellBytes) {
    if (out.too_much == 0) out.too_much = out.next_line;
    return;
  }
  Cell cell;
  cell.text.assign(static_cast<const char*>(bytes), size);
  out.row.cells.push_back(std::move(cell));
}

void end_row(int, void* data) {
  auto& out = *static_cast<Collected*>(data);
  out.row.number = out.next_line;
  out.next_line = out.line + 1;
  if (has_text(out.row)) {
    out.too_long = out.too_long || out.table.rows.size() >= kMaxTableRows;
    if (!out.too_long) out.table.rows.push_back(std::move(out.row));
  }
  out.row = {};
}

std::size_t known_heads(std::string_view line, char separator) {
  std::size_t known = 0;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find(separator, begin), line.size());
    if (column_of(line.substr(begin, end - begin))) ++known;
    begin = end + 1;
  }
  return known;
}

// The separator between the most heads that are known: in the rows below, commas and semicolons are text as
// well.
char separator_of(std::string_view text) {
  constexpr std::size_t kLines = 30;
  constexpr std::size_t kLongestLine = 4096;
  char best = ';';
  std::size_t most = 1;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < kLines && begin < text.size(); ++i) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, std::min(end - begin, kLongestLine));
    for (const char separator : {';', ',', '\t'}) {
      const std::size_t known = known_heads(line, separator);
      if (known > most) {
        most = known;
        best = separator;
      }
    }
    begin = end + 1;
  }
  return best;
}

// Excel's own first line "sep=;" says the separator and is no row.
char take_separator(std::string_view& text, std::size_t& line) {
  if (text.size() < 5 || !text.starts_with("sep=")) return separator_of(text);
  const char separator = text[4];
  const std::size_t end = text.find('\n');
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  ++line;
  return separator;
}

Result<void> check_limits(const Collected& out, std::string_view where) {
  if (out.too_wide) {
    return fail(Errc::too_large, "{}:{}: quá {} cột; xóa các cột không phải danh sách thủ tục", where,
                out.line, kMaxTableColumns);
  }
  if (out.too_much != 0) {
    return fail(Errc::too_large, "{}:{}: một ô dài hơn {} KB; dấu ngoặc kép trong dòng này có thể bị thiếu",
                where, out.too_much, kMaxCellBytes / 1024);
  }
  if (out.too_long) {
    return fail(Errc::too_large, "{}: quá {} dòng; chia thành nhiều tệp", where, kMaxTableRows);
  }
  return {};
}

// libcsv does not tell lines, so it is given one at a time.
Result<void> parse_lines(std::string_view text, char separator, std::string_view where, Collected& out) {
  Parser parser;
  csv_set_delim(&parser.state, static_cast<unsigned char>(separator));
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    const std::string_view line = text.substr(begin, end - begin);
    // libcsv reports no empty row.
    if (out.row.cells.empty() && line.find_first_not_of("\r\n") == std::string_view::npos &&
        parser.state.pstate == kRowNotBegun) {
      out.next_line = out.line + 1;
    }
    if (csv_parse(&parser.state, line.data(), line.size(), end_cell, end_row, &out) != line.size()) {
      return fail(Errc::internal, "{}:{}: {}", where, out.line, csv_strerror(csv_error(&parser.state)));
    }
    TRY_VOID(check_limits(out, where));
    ++out.line;
    begin = end;
  }
  if (parser.state.pstate == kFieldBegun && parser.state.quoted != 0) {
    return fail(Errc::parse, "{}:{}: dấu ngoặc kép mở ở dòng này không được đóng; đóng lại hoặc xóa đi",
                where, out.next_line);
  }
  csv_fini(&parser.state, end_cell, end_row, &out);
  return check_limits(out, where);
}

}  // namespace

Result<Table> read_csv(std::string_view bytes, std::string_view where) {
  if (bytes.size() > kMaxTableBytes) {
    return fail(Errc::too_large, "{}: tệp lớn hơn {} MB", where, kMaxTableBytes / (1024 * 1024));
  }
  TRY(const DecodedText decoded, decode_text(bytes, where));
  Table table;
  if (decoded.encoding == TextEncoding::windows1258) {
    table.remarks.push_back("chữ Windows-1258 đã đổi sang Unicode; xem lại dấu của vài dòng");
  }
  // A lone carriage return ends a line where nothing else does (old Mac files).
  std::string text = decoded.text;
  if (text.find('\n') == std::string::npos) std::replace(text.begin(), text.end(), '\r', '\n');
  std::string_view rest = text;
  Collected out{.table = table, .row = {}};
  const char separator = take_separator(rest, out.line);
  out.next_line = out.line;
  TRY_VOID(parse_lines(rest, separator, where, out));
  return table;
}

std::string csv_cell(std::string_view cell, char separator) {
  const bool blank_at_end =
      !cell.empty() && (cell.find_first_of(" \t") == 0 || cell.ends_with(' ') || cell.ends_with('\t'));
  const bool has_marks = cell.find_first_of("\"\r\n") != std::string_view::npos;
  const bool plain = !blank_at_end && !has_marks && cell.find(separator) == std::string_view::npos;
  if (plain) return std::string(cell);
  std::string out = "\"";
  for (const char one : cell) {
    if (one == '"') out += '"';
    out += one;
  }
  return out + "\"";
}

}  // namespace conglang::import
