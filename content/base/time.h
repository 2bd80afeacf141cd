#pragma once
// Instants are UTC seconds; days are Vietnamese days (UTC+7, no summer time). Formats are fixed: no locale is
// ever read. Nothing here reads a clock.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace conglang {

using Instant = std::chrono::sys_seconds;  ///< UTC, whole seconds
using Date = std::chrono::year_month_day;  ///< a local day in Việt Nam

inline constexpr std::chrono::hours kVietnamOffset{7};

/// Exactly `YYYY-MM-DDTHH:MM:SSZ`, every field in its range; nothing otherwise (TUF 1.0.34, section 4.2.1).
std::optional<Instant> parse_instant(std::string_view text);
std::string format_instant(Instant instant);

/// Exactly `YYYY-MM-DD` and a day that exists.
std::optional<Date> parse_date(std::string_view text);
std::string format_date(Date date);

/// The day it is in Việt Nam at `instant`.
Date local_date(Instant instant);

/// Days from `from` to `to`, negative when `to` is earlier.
int days_between(Date from, Date to);

}  // namespace conglang
