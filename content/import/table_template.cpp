#include "content/import/table_template.h"

#include <array>
#include <string_view>

#include "content/import/csv_table.h"
#include "content/import/table_columns.h"

namespace conglang::import {
namespace {

struct Example {
  Column column;
  std::string_view cell;
};

constexpr std::array<Example, 15> kExample{{
    {Column::code, "2.000635"},
    {Column::name, "Thủ tục cấp bản sao trích lục hộ tịch"},
    {Column::field, "Hộ tịch"},
    {Column::agency, "Ủy ban nhân dân cấp xã"},
    {Column::time, "Trong ngày làm việc"},
    {Column::fee, "8.000 đồng"},
    {Column::exemptions, "Người thuộc hộ nghèo; người khuyết tật"},
    {Column::papers, "Tờ khai cấp bản sao trích lục hộ tịch (01 bản chính); Giấy ủy quyền (01 bản chính)"},
    {Column::place, "Trung tâm Phục vụ hành chính công xã"},
    {Column::hours, "Thứ 2 đến thứ 6, sáng 7:30–11:30, chiều 13:30–17:00"},
    {Column::law, "Luật Hộ tịch 60/2014/QH13"},
    {Column::notes, "Dòng ví dụ, xóa trước khi nhập"},
    {Column::terms, "trích lục khai sinh; sao giấy khai sinh"},
    {Column::source, ""},
    {Column::checked, ""},
}};

std::string_view head_of(Column column) {
  for (const ColumnNames& one : column_names()) {
    if (one.column == column) return one.names.front();
  }
  return {};
}

}  // namespace

std::string table_template(char separator) {
  std::string heads;
  std::string row;
  for (const Example& one : kExample) {
    if (!heads.empty()) {
      heads += separator;
      row += separator;
    }
    heads += csv_cell(head_of(one.column), separator);
    row += csv_cell(one.cell, separator);
  }
  return "\xef\xbb\xbf" + heads + "\r\n" + row + "\r\n";
}

}  // namespace conglang::import
