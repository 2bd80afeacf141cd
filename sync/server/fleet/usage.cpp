#include "sync/server/fleet/usage.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace conglang::server::fleet {
namespace {

struct Column {
  std::string_view kind;
  std::string_view action;
  std::int64_t Counts::*count;
};

constexpr std::array kColumns = {
    Column{"use", "opened", &Counts::opened},    Column{"use", "code-shown", &Counts::code_shown},
    Column{"rating", "helped", &Counts::helped}, Column{"rating", "did-not-help", &Counts::did_not_help},
    Column{"search", "found", &Counts::found},   Column{"search", "", &Counts::not_found},
};

const Column* column_of(const UsageRow& row) {
  for (const Column& column : kColumns)
    if (column.kind == row.kind && column.action == row.action) return &column;
  return nullptr;
}

// A cell that begins so is a formula to a spreadsheet (CSV injection).
bool begins_a_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

std::string cell(std::string_view text) {
  std::string quoted = "\"";
  if (begins_a_formula(text)) quoted += '\'';
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kKinds = {
    {{"use", "Sử dụng"}, {"rating", "Đánh giá"}, {"search", "Tìm kiếm"}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kActions = {
    {{"opened", "Mở bài"},
     {"code-shown", "Hiện mã"},
     {"helped", "Có ích"},
     {"did-not-help", "Chưa giúp được"},
     {"no-reason", "Không nêu lý do"},
     {"not-found", "Không thấy điều cần"},
     {"hard-to-read", "Khó đọc"},
     {"out-of-date", "Thông tin cũ"},
     {"phone-trouble", "Điện thoại không quét được"},
     {"other", "Lý do khác"},
     {"found", "Tìm thấy"}}};

template <typename Table>
std::string_view word_for(const Table& table, std::string_view name, std::string_view otherwise) {
  for (const auto& [key, word] : table)
    if (key == name) return word;
  return otherwise;
}

}  // namespace

Result<std::vector<UsageRow>> usage_rows(Transaction& transaction, std::string_view commune,
                                         const Period& period) {
  TRY(const Rows rows, transaction.rows("SELECT commune, place, day, kind, subject, action, n FROM usage "
                                        "WHERE (commune = ? OR ? = '') AND day >= ? AND day <= ? "
                                        "ORDER BY day, commune, place, kind, subject, action LIMIT 500000",
                                        commune, commune, format_date(period.from), format_date(period.to)));
  std::vector<UsageRow> read;
  read.reserve(rows.size());
  for (const Row& row : rows)
    read.push_back(
        {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.integer(6)});
  return read;
}

Usage sum_up(const std::vector<UsageRow>& rows, std::string commune, const Period& period) {
  Usage usage;
  usage.period = period;
  usage.commune = std::move(commune);
  for (const UsageRow& row : rows) {
    const Column* column = column_of(row);
    if (column == nullptr) {
      if (row.kind == "rating") usage.reasons[row.action] += row.n;
      continue;
    }
    for (Counts* counts : {&usage.all, &usage.by_day[row.day], &usage.by_place[row.place]})
      counts->*column->count += row.n;
    if (row.kind == "search" && row.action.empty()) {
      usage.searches[row.subject] += row.n;
    } else {
      usage.by_guide[row.subject].*column->count += row.n;
    }
  }
  return usage;
}

std::string usage_csv(const std::vector<UsageRow>& rows) {
  std::string csv =
      "\xEF\xBB\xBF"
      "Xã,Nhà văn hóa,Ngày,Loại,Thủ tục hoặc từ tìm,Việc,Số lần\r\n";
  for (const UsageRow& row : rows) {
    const std::string_view action =
        row.action.empty() ? "Không có kết quả" : word_for(kActions, row.action, row.action);
    csv += fmt::format("{},{},{},{},{},{},{}\r\n", cell(row.commune), cell(row.place), cell(row.day),
                       cell(word_for(kKinds, row.kind, row.kind)), cell(row.subject), cell(action), row.n);
  }
  return csv;
}

}  // namespace conglang::server::fleet
