#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

Key weekday_key(Date date) {
  const std::chrono::weekday weekday{std::chrono::sys_days(date)};
  return static_cast<Key>(static_cast<unsigned>(Key::sunday) + weekday.c_encoding());
}

Key month_key(Date date) {
  return static_cast<Key>(static_cast<unsigned>(Key::january) + unsigned(date.month()) - 1);
}

std::string date_text(Key pattern, Date date, const Words& words) {
  return words(pattern, {{"weekday", words(weekday_key(date))},
                         {"month", words(month_key(date))},
                         {"day", std::to_string(unsigned(date.day()))},
                         {"m", std::to_string(unsigned(date.month()))},
                         {"year", std::to_string(int(date.year()))}});
}

}  // namespace

std::string in(const guide::Text& text, const Words& words) {
  if (!text.empty() && !text.has(words.language())) words.note_fallback();
  return std::string(text.in(words.language()));
}

std::string clock_text(Instant instant) {
  const auto local = instant + kVietnamOffset;
  const std::chrono::hh_mm_ss time(local - std::chrono::floor<std::chrono::days>(local));
  return fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count());
}

std::string long_date(Date date, const Words& words) {
  return date_text(Key::date_long, date, words);
}

std::string short_date(Date date, const Words& words) {
  return date_text(Key::date_short, date, words);
}

std::string full_date(Date date, const Words& words) {
  return date_text(Key::date_full, date, words);
}

std::string weekday_text(Date date, const Words& words) {
  return words(weekday_key(date));
}

std::string day_and_month_text(Date date, const Words& words) {
  return date_text(Key::date_day_long, date, words);
}

std::string day_and_month(Date date, const Words& words) {
  return date_text(Key::date_day, date, words);
}

std::string grouped(std::int64_t number, const Words& words) {
  std::string digits = std::to_string(number);
  for (std::size_t right = 3; right < digits.size(); right += 3 + words(Key::thousands).size())
    digits.insert(digits.size() - right, words(Key::thousands));
  return digits;
}

std::string money(std::int64_t amount, const Words& words) {
  if (amount == 0) return words(Key::free);
  return words(Key::money, {{"amount", grouped(amount, words)}});
}

void append(std::string& text, std::string_view addition, std::string_view separator) {
  if (!text.empty() && !addition.empty()) text += separator;
  text += addition;
}

}  // namespace conglang::kiosk
