#pragma once
// What was counted, by procedure, house and day, summed up for those who write guides. There is nobody in it:
// only how often, and words that guides have.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/server/store/store.h"

namespace conglang::server::fleet {

/// Days in Việt Nam, both included.
struct Period {
  Date from{};
  Date to{};

  bool operator==(const Period&) const = default;
};

struct Counts {
  std::int64_t opened = 0;
  std::int64_t code_shown = 0;
  std::int64_t helped = 0;
  std::int64_t did_not_help = 0;
  std::int64_t found = 0;      ///< by search
  std::int64_t not_found = 0;  ///< searches without result that were told often enough to be told at all

  bool operator==(const Counts&) const = default;
};

struct Usage {
  Period period;
  std::string commune;  ///< empty: the province
  Counts all;
  std::map<std::string, Counts> by_day;    ///< "2026-11-27"
  std::map<std::string, Counts> by_guide;  ///< its id, or a procedure's code
  std::map<std::string, Counts> by_place;
  std::map<std::string, std::int64_t> reasons;   ///< why it did not help
  std::map<std::string, std::int64_t> searches;  ///< words without result

  bool operator==(const Usage&) const = default;
};

/// One row of the table as it is exported.
struct UsageRow {
  std::string commune;
  std::string place;
  std::string day;
  std::string kind;
  std::string subject;
  std::string action;
  std::int64_t n = 0;
};

/// Of one commune, or of all for an empty code. Errors: Transaction's.
Result<std::vector<UsageRow>> usage_rows(Transaction& transaction, std::string_view commune,
                                         const Period& period);

/// Pure.
Usage sum_up(const std::vector<UsageRow>& rows, std::string commune, const Period& period);

/// A table for a spreadsheet: UTF-8 with its mark, headings in Vietnamese, and nothing in it that a
/// spreadsheet would take for a formula. Pure.
std::string usage_csv(const std::vector<UsageRow>& rows);

}  // namespace conglang::server::fleet
