#include "content/text/spoken_number.h"

#include <array>
#include <initializer_list>

namespace conglang {

namespace {

constexpr std::array<std::string_view, 10> kDigits = {"không", "một", "hai", "ba",  "bốn",
                                                      "năm",   "sáu", "bảy", "tám", "chín"};

constexpr std::uint64_t kBillion = 1'000'000'000;

struct Scale {
  std::uint64_t value;
  std::string_view word;
};
constexpr std::array<Scale, 3> kScales = {{{1'000'000, "triệu"}, {1'000, "nghìn"}, {1, ""}}};

void add_word(std::string& text, std::string_view word) {
  if (word.empty()) return;
  if (!text.empty()) text += ' ';
  text += word;
}

/// The last digit after tens, where one, four and five sound different.
std::string_view unit_after_tens(std::size_t tens, std::size_t unit) {
  if (unit == 0) return "";
  if (unit == 5) return "lăm";
  if (tens >= 2 && unit == 1) return "mốt";
  if (tens >= 2 && unit == 4) return "tư";
  return kDigits[unit];
}

/// `number` below 1000. `whole`: something was said before it, so that missing hundreds are said as well.
void add_below_thousand(std::string& text, std::size_t number, bool whole) {
  const std::size_t hundreds = number / 100;
  const std::size_t tens = number / 10 % 10;
  const std::size_t unit = number % 10;
  if (hundreds > 0 || whole) {
    add_word(text, kDigits[hundreds]);
    add_word(text, "trăm");
  }
  if (tens == 0) {
    if (unit > 0 && (hundreds > 0 || whole)) add_word(text, "linh");
    if (unit > 0) add_word(text, kDigits[unit]);
    return;
  }
  if (tens > 1) add_word(text, kDigits[tens]);
  add_word(text, tens > 1 ? "mươi" : "mười");
  add_word(text, unit_after_tens(tens, unit));
}

std::string speak_groups(std::string_view digits, std::initializer_list<std::size_t> sizes) {
  std::string text;
  for (const std::size_t size : sizes) {
    if (!text.empty()) text += ", ";
    text += speak_digits(digits.substr(0, size));
    digits.remove_prefix(size);
  }
  return text;
}

}  // namespace

std::string speak_number(std::uint64_t number) {
  if (number == 0) return std::string(kDigits[0]);
  std::string text;
  if (number >= kBillion) {
    text = speak_number(number / kBillion) + " tỷ";
    number %= kBillion;
  }
  for (const Scale& scale : kScales) {
    const std::uint64_t group = number / scale.value % 1000;
    if (group == 0) continue;
    add_below_thousand(text, static_cast<std::size_t>(group), !text.empty());
    add_word(text, scale.word);
  }
  return text;
}

std::string speak_digits(std::string_view digits) {
  std::string text;
  for (const char digit : digits)
    if (digit >= '0' && digit <= '9') add_word(text, kDigits[static_cast<std::size_t>(digit - '0')]);
  return text;
}

std::string speak_digits_in_groups(std::string_view digits) {
  switch (digits.size()) {
    case 8:
      return speak_groups(digits, {4, 4});
    case 10:
      return speak_groups(digits, {4, 3, 3});
    case 11:
      return speak_groups(digits, {3, 4, 4});
    case 12:
      return speak_groups(digits, {3, 3, 3, 3});
    default:
      return speak_digits(digits);
  }
}

}  // namespace conglang
