#include "content/import/table_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "content/import/source_text.h"
#include "content/text/fold.h"

namespace conglang::import {
namespace {

constexpr std::size_t kHeadRows = 30;  // above the head stand the list's title and who issued it

std::string without_brackets(std::string_view text) {
  std::string out;
  std::size_t depth = 0;
  for (const char one : text) {
    if (one == '(') ++depth;
    if (depth == 0) out += one;
    if (one == ')' && depth > 0) --depth;
  }
  return out;
}

std::optional<Column> by_folded(const std::string& folded) {
  for (const ColumnNames& one : column_names()) {
    const auto same = [&](std::string_view name) { return fold(name) == folded; };
    if (std::any_of(one.names.begin(), one.names.end(), same)) return one.column;
  }
  return std::nullopt;
}

Heads heads_of(const Row& row, std::size_t place) {
  Heads out;
  out.row = place;
  std::set<Column> taken;
  std::set<std::string> names;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    std::string name = clean_source_text(row.cells[i].text).joined();
    if (name.empty()) name = fmt::format("cột {}", i + 1);
    if (!names.insert(name).second) name += fmt::format(" (cột {})", i + 1);
    names.insert(name);
    auto column = column_of(row.cells[i].text);
    if (column && !taken.insert(*column).second) column = std::nullopt;
    out.columns.push_back(column);
    out.names.push_back(std::move(name));
  }
  return out;
}

bool is_head_row(const Heads& heads) {
  const auto known = std::count_if(heads.columns.begin(), heads.columns.end(),
                                   [](const auto& one) { return one.has_value() && *one != Column::number; });
  const bool named =
      std::find(heads.columns.begin(), heads.columns.end(), Column::name) != heads.columns.end();
  return named && known >= 2;
}

}  // namespace

const std::vector<ColumnNames>& column_names() {
  static const std::vector<ColumnNames> kNames{
      {Column::code, {"Mã thủ tục", "Mã TTHC", "Mã", "Mã số", "Mã số TTHC", "Mã thủ tục hành chính"}},
      {Column::name,
       {"Tên thủ tục", "Tên", "Tên TTHC", "Tên thủ tục hành chính", "Thủ tục", "Thủ tục hành chính", "TTHC"}},
      {Column::field, {"Lĩnh vực", "Tên lĩnh vực", "Nhóm"}},
      {Column::agency,
       {"Cơ quan", "Cơ quan thực hiện", "Cơ quan giải quyết", "Cơ quan có thẩm quyền", "Đơn vị",
        "Đơn vị thực hiện"}},
      {Column::time, {"Thời hạn", "Thời hạn giải quyết", "Thời gian", "Thời gian giải quyết"}},
      {Column::fee, {"Lệ phí", "Phí", "Phí, lệ phí", "Phí lệ phí", "Mức thu", "Mức lệ phí", "Phí và lệ phí"}},
      {Column::exemptions,
       {"Miễn giảm", "Miễn, giảm", "Miễn giảm lệ phí", "Đối tượng miễn giảm", "Miễn phí"}},
      {Column::papers,
       {"Giấy tờ", "Giấy tờ cần mang", "Giấy tờ cần nộp", "Thành phần hồ sơ", "Hồ sơ", "Thành phần"}},
      {Column::place,
       {"Nơi nộp", "Nơi nộp hồ sơ", "Địa điểm", "Địa điểm nộp", "Địa điểm thực hiện", "Nơi tiếp nhận",
        "Nơi thực hiện", "Cách thức thực hiện"}},
      {Column::hours, {"Giờ làm việc", "Thời gian làm việc", "Thời gian tiếp nhận", "Giờ tiếp nhận"}},
      {Column::law, {"Căn cứ pháp lý", "Căn cứ", "Cơ sở pháp lý", "Văn bản", "Văn bản pháp luật"}},
      {Column::notes, {"Ghi chú", "Chú thích", "Lưu ý"}},
      {Column::terms, {"Từ khóa", "Từ tìm kiếm", "Từ khóa tìm kiếm"}},
      {Column::source, {"Nguồn", "Nguồn thông tin"}},
      {Column::checked, {"Ngày kiểm tra", "Ngày đối chiếu", "Kiểm tra ngày"}},
      {Column::audience, {"Đối tượng", "Đối tượng thực hiện"}},
      {Column::results, {"Kết quả", "Kết quả giải quyết", "Kết quả thực hiện"}},
      {Column::steps, {"Các bước", "Trình tự", "Trình tự thực hiện"}},
      {Column::number, {"STT", "TT", "Số thứ tự", "Số TT"}},
  };
  return kNames;
}

std::optional<Column> column_of(std::string_view head) {
  const std::string text = clean_source_text(head).joined();
  if (const auto column = by_folded(fold(text))) return column;
  return by_folded(fold(without_brackets(text)));
}

Result<Heads> find_heads(const Table& table, std::string_view where) {
  for (std::size_t i = 0; i < std::min(table.rows.size(), kHeadRows); ++i) {
    Heads heads = heads_of(table.rows[i], i);
    if (is_head_row(heads)) return heads;
  }
  return fail(Errc::invalid,
              "{}: không thấy dòng tên cột, ví dụ \"Mã thủ tục; Tên thủ tục; Lệ phí\"; lấy tệp mẫu bằng "
              "conglang import csv --template mau.csv",
              where);
}

}  // namespace conglang::import
