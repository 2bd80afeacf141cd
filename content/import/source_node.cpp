#include "content/import/source_node.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "content/guide/json_document.h"

namespace conglang::import {
namespace {

constexpr std::string_view kEmpty = "trống";
constexpr std::string_view kOddKind = "không đúng kiểu dữ liệu thường gặp";

std::optional<std::int64_t> parse_whole(std::string_view digits) {
  std::int64_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (digits.empty() || error != std::errc() || stop != end) return std::nullopt;
  return value;
}

// A number of JSON as text, without a locale.
std::string number_text(const nlohmann::json& value) {
  return value.is_number_float() ? fmt::format("{}", value.get<double>()) : value.dump();
}

std::optional<std::int64_t> whole_float(double value) {
  constexpr double kExact = 9007199254740992.0;  // 2^53
  if (!(std::fabs(value) < kExact) || value != std::floor(value)) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

}  // namespace

void SourceNode::mark(Fate fate, std::string_view to, std::string_view why) const {
  if (value_ != nullptr) ledger_->mark(pointer_, {fate, std::string(to), std::string(why)});
}

SourceNode SourceNode::at(std::string_view name) const {
  const std::string pointer = pointer_ + guide::pointer_step(name);
  if (!is_object()) return {nullptr, pointer, *ledger_};
  const auto found = value_->find(std::string(name));
  return {found == value_->end() ? nullptr : &*found, pointer, *ledger_};
}

std::vector<SourceNode> SourceNode::items() const {
  std::vector<SourceNode> out;
  if (is_null() || (value_->is_array() && value_->empty())) {
    mark(Fate::kept, "", kEmpty);
    return out;
  }
  if (!value_->is_array()) {
    mark(Fate::doubtful, "", "đáng lẽ là danh sách; đọc như danh sách một mục");
    out.push_back(*this);
    return out;
  }
  for (std::size_t i = 0; i < value_->size(); ++i) {
    out.emplace_back(&(*value_)[i], fmt::format("{}/{}", pointer_, i), *ledger_);
  }
  return out;
}

SourceText SourceNode::text(std::string_view to) const {
  if (is_null()) {
    mark(Fate::kept, "", kEmpty);
    return {};
  }
  if (value_->is_structured()) {
    mark(Fate::doubtful, "", kOddKind);
    return {};
  }
  if (!value_->is_string()) {
    mark(Fate::doubtful, to, kOddKind);
    return value_->is_number() ? clean_source_text(number_text(*value_)) : SourceText{};
  }
  SourceText out = clean_source_text(value_->get_ref<const std::string&>());
  std::string why;
  for (const std::string& one : out.mended) why += (why.empty() ? "" : "; ") + one;
  if (out.doubtful) {
    mark(Fate::doubtful, to, why.empty() ? "có ký tự hỏng hoặc ký hiệu lạ" : why);
  } else if (out.empty()) {
    mark(Fate::kept, "", kEmpty);
  } else {
    mark(out.mended.empty() ? Fate::kept : Fate::changed, to, why);
  }
  return out;
}

std::string SourceNode::word() const {
  return is_text() ? value_->get<std::string>() : std::string();
}

std::optional<std::int64_t> SourceNode::integer(std::string_view to) const {
  if (is_null()) {
    mark(Fate::doubtful, to, "không có số");
    return std::nullopt;
  }
  std::optional<std::int64_t> value;
  if (value_->is_number_float()) value = whole_float(value_->get<double>());
  const bool beyond = value_->is_number_unsigned() && value_->get<std::uint64_t>() > (1ULL << 62U);
  if (value_->is_number_integer() && !beyond) {
    mark(Fate::kept, to, "");
    return value_->get<std::int64_t>();
  }
  if (is_text()) value = parse_whole(clean_source_text(value_->get_ref<const std::string&>()).joined());
  mark(value ? Fate::changed : Fate::doubtful, to, value ? "viết lại thành số" : "không đọc được thành số");
  return value;
}

std::optional<bool> SourceNode::boolean(std::string_view to) const {
  if (value_ != nullptr && value_->is_boolean()) {
    mark(Fate::kept, to, "");
    return value_->get<bool>();
  }
  mark(is_null() ? Fate::kept : Fate::doubtful, to, is_null() ? kEmpty : kOddKind);
  return std::nullopt;
}

}  // namespace conglang::import
