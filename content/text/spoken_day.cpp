#include "content/text/spoken_patterns.h"

#include <chrono>

#include "content/text/spoken_number.h"

namespace conglang {

namespace {

std::string speak_month(std::uint64_t month) {
  return month == 4 ? "tư" : speak_number(month);
}

bool exists(std::uint64_t year, std::uint64_t month, std::uint64_t day) {
  if (day > 31 || month > 12 || year > 9999) return false;
  const auto y = std::chrono::year(static_cast<int>(year));
  return std::chrono::year_month_day(y, std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

std::string speak_day(const Tokens& tokens, std::size_t at, std::uint64_t day, std::uint64_t month) {
  const bool announced = is_one_of(tokens.word_before(at), {"ngày", "mùng", "mồng"});
  return (announced ? "" : "ngày ") + speak_number(day) + " tháng " + speak_month(month);
}

/// Whether a/b at `at` is a day: the word before says so, or it opens a range of days ("20/9–24/9").
bool looks_like_day(const Tokens& tokens, std::size_t at) {
  constexpr std::uint64_t kLeapYear = 2000;  // any day of any year
  if (!exists(kLeapYear, tokens.number(at + 2), tokens.number(at))) return false;
  if (is_one_of(tokens.word_before(at),
                {"ngày", "mùng", "mồng", "từ", "đến", "trước", "sau", "hết", "hôm", "sáng", "chiều", "tối"}))
    return true;
  const std::size_t dash = tokens.skip_blank(at + 3);
  const std::size_t next = tokens.skip_blank(dash + 1);
  return tokens.is_dash(dash) && tokens.is_digits(next, 1, 2) && tokens.is_sign(next + 1, "/");
}

}  // namespace

std::optional<Said> say_date(const Tokens& tokens, std::size_t at) {
  constexpr std::size_t kTokens = 5;
  if (!tokens.is_digits(at, 1, 4) || !tokens.is_digits(at + 2, 1, 2) || !tokens.is_digits(at + 4, 1, 4))
    return std::nullopt;
  const std::string& parted_by = tokens[at + 1].text;
  if (!is_one_of(parted_by, {"/", "-", "."}) || tokens[at + 3].text != parted_by) return std::nullopt;
  const bool year_first = tokens.is_year(at);
  if (!year_first && !tokens.is_year(at + 4)) return std::nullopt;
  const std::uint64_t year = tokens.number(year_first ? at : at + 4);
  const std::uint64_t month = tokens.number(at + 2);
  const std::uint64_t day = tokens.number(year_first ? at + 4 : at);
  if (!exists(year, month, day)) return std::nullopt;
  return Said{kTokens, speak_day(tokens, at, day, month) + " năm " + speak_number(year)};
}

std::optional<Said> say_slashed_pair(const Tokens& tokens, std::size_t at) {
  constexpr std::size_t kTokens = 3;
  const bool pair =
      tokens.is_digits(at, 1, 4) && tokens.is_sign(at + 1, "/") && tokens.is_digits(at + 2, 1, 4);
  if (!pair || tokens.is_sign(at + 3, "/") || tokens.is_sign(at - 1, "/")) return std::nullopt;
  const std::uint64_t left = tokens.number(at);
  const std::uint64_t right = tokens.number(at + 2);
  if (tokens.is_year(at + 2)) {
    if (left == 0 || left > 12) return Said{kTokens, speak_number(left) + " năm " + speak_number(right)};
    const bool announced = tokens.word_before(at) == "tháng";
    return Said{kTokens, (announced ? "" : "tháng ") + speak_month(left) + " năm " + speak_number(right)};
  }
  if (looks_like_day(tokens, at)) return Said{kTokens, speak_day(tokens, at, left, right)};
  const bool part = left < right && right <= 10;
  return Said{kTokens, speak_number(left) + (part ? " phần " : " trên ") +
                           (part ? speak_month(right) : speak_number(right))};
}

std::optional<Said> say_time(const Tokens& tokens, std::size_t at) {
  if (!tokens.is_digits(at, 1, 2) || tokens.number(at) > 24) return std::nullopt;
  const bool colon = tokens.is_sign(at + 1, ":") && tokens.is_digits(at + 2, 2, 2);
  const bool letter = tokens.is_word(at + 1) && is_one_of(tokens[at + 1].text, {"h", "H", "g"});
  if (!colon && !letter) return std::nullopt;
  std::string words = speak_number(tokens.number(at)) + " giờ";
  if (!tokens.is_digits(at + 2, 2, 2) || tokens.number(at + 2) > 59) {
    if (colon || tokens[at + 1].text == "g") return std::nullopt;
    return Said{2, words};
  }
  std::size_t end = at + 3;
  if (tokens.is_word(end) && is_one_of(tokens[end].text, {"p", "ph"})) ++end;
  if (tokens.number(at + 2) > 0) words += " " + speak_number(tokens.number(at + 2)) + " phút";
  return Said{end - at, words};
}

}  // namespace conglang
