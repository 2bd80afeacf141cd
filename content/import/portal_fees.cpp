#include <algorithm>

#include "content/import/portal_parts.h"
#include "content/import/reading.h"

namespace conglang::import {
namespace {

using guide::Cost;

constexpr std::int64_t kMaxAmountVnd = 100'000'000'000;  // what guide files accept

// "Phí", "Lệ phí"; empty for a kind we do not know.
std::string_view kind_name(std::string_view type) {
  if (type == "FEE") return "Phí";
  if (type == "SERVICE_FEE") return "Lệ phí";
  if (type == "PRICE_LEVEL") return "Giá dịch vụ";
  return {};
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " ") + part;
  return out;
}

bool is_free_for_all(const std::string& first_sentence) {
  std::string plain = lower_case(first_sentence);
  while (!plain.empty() && std::string_view("(). ").find(plain.back()) != std::string_view::npos)
    plain.pop_back();
  while (!plain.empty() && std::string_view("(- ").find(plain.front()) != std::string_view::npos)
    plain.erase(0, 1);
  return plain == "miễn lệ phí" || plain == "miễn phí" || plain == "không thu phí" || plain == "không" ||
         plain == "không thu lệ phí" || plain == "không thu" || plain == "không mất phí";
}

struct Amount {
  std::optional<std::int64_t> vnd;
  std::string answer;
  bool plain = false;
  std::string_view why;  // when not plain
};

Amount without_amount(const std::string& description, bool says_zero) {
  if (description.empty()) {
    return {std::nullopt, says_zero ? "Cổng ghi 0 đồng, cần kiểm tra" : "Chưa rõ mức thu", false,
            says_zero ? "0 đồng mà không ghi chú: có thể là bỏ trống" : "không có mức thu"};
  }
  if (lower_case(description).find("hội đồng nhân dân") != std::string::npos) {
    return {std::nullopt, "Theo mức của tỉnh, thành phố", false, "mức thu do địa phương định"};
  }
  if (!sums_of_money(description).empty()) {
    return {std::nullopt, "Nhiều mức thu, xem ghi chú", false, "nhiều mức thu trong phần mô tả"};
  }
  return {std::nullopt, "Theo quy định, xem ghi chú", false, "không có một mức thu rõ ràng"};
}

Amount amount_of(std::optional<std::int64_t> value, const std::string& description,
                 const std::vector<std::string>& exemptions, bool in_dong) {
  if (!exemptions.empty() && is_free_for_all(exemptions.front()) && value.value_or(0) == 0) {
    return {0, "Miễn phí", true, {}};
  }
  if (is_free_for_all(description) && value.value_or(0) == 0) return {0, "Miễn phí", true, {}};
  if (!value || *value <= 0 || *value > kMaxAmountVnd) return without_amount(description, value == 0);
  if (!in_dong) return {std::nullopt, "Chưa rõ mức thu", false, "loại tiền không phải đồng Việt Nam"};
  const auto sums = sums_of_money(description);
  const bool agrees = std::all_of(sums.begin(), sums.end(), [&](std::int64_t sum) { return sum == *value; });
  return {*value, money_text(*value), agrees, agrees ? "" : "mô tả nêu mức thu khác"};
}

bool is_dong(const SourceNode& fee) {
  const std::string name = lower_case(fee.at("currencyName").text("cases/costs").joined());
  fee.at("currencyId").omit(kInnerNumber);
  return name.empty() || name.find("đồng") != std::string::npos || name == "vnd" || name == "vnđ";
}

std::string attached_file(const SourceNode& fee) {
  const SourceNode file = fee.at("attachment");
  if (file.is_null()) {
    file.kept("");
    return {};
  }
  const std::string name = (file.is_object() ? file.at("fileName") : file).text("cases/costs/note").joined();
  for (const std::string_view inner : {"id", "fileId", "bucketName", "filePath"}) {
    file.at(inner).omit("chỗ lưu tệp của cổng; tên tệp ở fileName");
  }
  return name.empty() ? "" : "Tệp của cổng: " + name;
}

Cost read_fee(const PortalReading& in, const SourceNode& fee) {
  const SourceNode value_node = fee.at("value");
  const SourceNode description_node = fee.at("description");
  const SourceText text = description_node.text("cases/costs");
  const auto value = value_node.integer("cases/costs/amountVnd");
  FeeText sorted = sort_fee_text(text.lines);
  const Amount amount = amount_of(value, text.joined(), sorted.exemptions, is_dong(fee));
  if (!amount.plain) value_node.doubtful("cases/costs/amountVnd", amount.why);
  if (!sorted.exemptions.empty()) {
    description_node.changed("cases/costs/exemptions, cases/costs/note", "tách phần miễn, giảm");
  }
  const SourceNode type = fee.at("type");
  const std::string_view kind = kind_name(type.word());
  type.mark(kind.empty() ? Fate::doubtful : Fate::changed, "cases/costs/answer",
            kind.empty() ? "loại phí lạ" : "viết thành tên");
  Cost cost;
  cost.amount_vnd = amount.vnd;
  cost.answer = vi(kind.empty() ? amount.answer : std::string(kind) + ": " + amount.answer);
  if (amount.vnd == 0 && !sorted.exemptions.empty() && is_free_for_all(sorted.exemptions.front())) {
    sorted.exemptions.erase(sorted.exemptions.begin());
  }
  for (std::string& one : sorted.exemptions) cost.exemptions.push_back(vi(std::move(one)));
  std::string note = joined(sorted.rest);
  if (const std::string file = attached_file(fee); !file.empty()) note += (note.empty() ? "" : " ") + file;
  cost.note = vi(note);
  cost.provenance = in.provenance(amount.plain && !text.doubtful);
  return cost;
}

}  // namespace

std::vector<Cost> read_fees(const PortalReading& in, const SourceNode& fees, const std::string& channel) {
  std::vector<Cost> costs;
  for (const SourceNode& fee : fees.items()) {
    if (!fee.is_object()) {
      fee.doubtful("", "khoản thu không đúng kiểu dữ liệu thường gặp");
      continue;
    }
    costs.push_back(read_fee(in, fee));
    if (!channel.empty()) costs.back().channels.push_back(channel);
  }
  return costs;
}

}  // namespace conglang::import
