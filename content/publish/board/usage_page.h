#pragma once
// A month of a commune's kiosks on one page, A4, to print and to file: how often guides were opened and codes
// shown, which, where, what did not help, and which searches found nothing. The same numbers give the same
// bytes; no clock is read.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"

namespace conglang::board {

struct UsageLine {
  std::string name;
  std::int64_t opened = 0;
  std::int64_t code_shown = 0;
  std::int64_t helped = 0;
  std::int64_t did_not_help = 0;

  bool operator==(const UsageLine&) const = default;
};

struct UsageNumber {
  std::string name;
  std::int64_t n = 0;

  bool operator==(const UsageNumber&) const = default;
};

struct UsageReport {
  std::string where;  ///< "Xã Đan Phượng (09784)"
  Date from{};
  Date to{};
  UsageLine all;
  std::int64_t found = 0;             ///< searches that found something
  std::int64_t not_found = 0;         ///< and that did not
  std::vector<UsageNumber> days;      ///< guides opened, "2026-11-27"
  std::vector<UsageLine> guides;      ///< the most opened are printed
  std::vector<UsageLine> places;      ///< likewise
  std::vector<UsageNumber> reasons;   ///< why it did not help, by name
  std::vector<UsageNumber> searches;  ///< words without result

  bool operator==(const UsageReport&) const = default;
};

/// `usage`: what GET /api/usage answers. Errors: parse, invalid, naming the field.
Result<UsageReport> read_usage(std::string_view usage);

/// The page as PDF. `assets`: where the type is. Errors: not_found, the type; invalid, a character that no
/// font has; internal.
Result<std::string> make_usage_page(const UsageReport& report, const std::filesystem::path& assets);

}  // namespace conglang::board
