#pragma once
// Facts inside Vietnamese sentences of a source record: sums of money, counts of papers, who is exempt,
// document numbers. Only what stands there plainly is read; the rest is left for a person.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace conglang::import {

/// `text` with lower-case letters.
std::string lower_case(std::string_view text);

/// The sums in đồng that `text` names: "8.000 đồng", "20.000đ", never "1,5 triệu đồng".
std::vector<std::int64_t> sums_of_money(std::string_view text);

/// 8000 → "8.000 đ"
std::string money_text(std::int64_t amount_vnd);

/// The numbers of days that `text` names: "không quá 05 ngày làm việc". Not the days of a date.
std::vector<std::int64_t> days_named(std::string_view text);

/// Originals and copies named in `text`: "01 bản chính + 01 bản sao".
struct PaperCounts {
  std::optional<int> originals;
  std::optional<int> copies;
};
PaperCounts paper_counts(std::string_view text);

/// What a fee's description says, sorted: sentences and list items about who pays less or nothing, and the
/// rest. Together they are the whole text.
struct FeeText {
  std::vector<std::string> exemptions;
  std::vector<std::string> rest;
};
FeeText sort_fee_text(std::vector<std::string> lines);

/// The first number of a legal document in `text`: "123/2015/NĐ-CP". Empty when there is none.
std::string document_number(std::string_view text);

}  // namespace conglang::import
