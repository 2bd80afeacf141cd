#include "content/base/time.h"

#include <fmt/format.h>

namespace conglang {
namespace {

// Reads exactly `width` decimal digits at `offset`; -1 if one is not a digit.
int digits_at(std::string_view text, std::size_t offset, std::size_t width) {
  int value = 0;
  for (const char c : text.substr(offset, width)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool has_shape(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (shape[i] == '0' ? !digit : text[i] != shape[i]) return false;
  }
  return true;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (!has_shape(text, "0000-00-00")) return std::nullopt;
  const Date date{std::chrono::year{digits_at(text, 0, 4)},
                  std::chrono::month{static_cast<unsigned>(digits_at(text, 5, 2))},
                  std::chrono::day{static_cast<unsigned>(digits_at(text, 8, 2))}};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::string format_date(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (!has_shape(text, "0000-00-00T00:00:00Z")) return std::nullopt;
  const auto date = parse_date(text.substr(0, 10));
  const int hour = digits_at(text, 11, 2);
  const int minute = digits_at(text, 14, 2);
  const int second = digits_at(text, 17, 2);
  if (!date || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return std::chrono::sys_days{*date} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
         std::chrono::seconds{second};
}

std::string format_instant(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time{instant - day};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", format_date(Date{day}), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

Date local_date(Instant instant) {
  return Date{std::chrono::floor<std::chrono::days>(instant + kVietnamOffset)};
}

int days_between(Date from, Date to) {
  return static_cast<int>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count());
}

}  // namespace conglang
