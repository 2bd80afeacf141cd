#include "content/text/long_numbers.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "content/base/time.h"
#include "content/base/utf8.h"

namespace conglang {
namespace {

constexpr std::size_t kMostSignsBetween = 3;
constexpr std::size_t kInstant = 20;  // characters of "2026-11-27T08:00:00Z"
constexpr std::size_t kDate = 10;
constexpr std::size_t kLeastDigest = 32;

bool is_plain_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_hexadecimal(char c) {
  return is_plain_digit(c) || (c >= 'a' && c <= 'f');
}

bool is_word(char c) {
  return is_plain_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// How long the day, instant or digest is that begins at `at`, a word's beginning; 0: none does.
std::size_t harmless_at(std::string_view text, std::size_t at) {
  if (at > 0 && is_word(text[at - 1])) return 0;
  const std::string_view rest = text.substr(at);
  const auto ends = [&](std::size_t size) { return size == rest.size() || !is_word(rest[size]); };
  if (parse_instant(rest.substr(0, kInstant)) && ends(kInstant)) return kInstant;
  if (parse_date(rest.substr(0, kDate)) && ends(kDate)) return kDate;
  const auto end = std::ranges::find_if_not(rest, is_hexadecimal);
  const auto size = static_cast<std::size_t>(end - rest.begin());
  // A run of digits alone is no digest.
  const bool has_letter = std::any_of(rest.begin(), end, [](char c) { return !is_plain_digit(c); });
  return size >= kLeastDigest && has_letter && ends(size) ? size : 0;
}

// One character of the text: a digit of any script, a sign that does not part a number, or another.
struct Character {
  std::size_t size = 1;
  bool digit = false;
  bool sign = false;
};

Character character_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) {
    const char c = text[at];
    return {1, is_plain_digit(c), !is_word(c)};
  }
  std::size_t size = 1;
  while (at + size < text.size() && (static_cast<unsigned char>(text[at + size]) & 0xc0U) == 0x80U) ++size;
  const auto code_points = to_code_points(text.substr(at, size));
  if (!code_points || code_points->empty()) return {size, false, false};
  const CharKind kind = char_kind(code_points->front());
  return {size, kind == CharKind::number, kind == CharKind::other || kind == CharKind::format};
}

struct Number {
  std::size_t from = 0;
  std::size_t to = 0;
};

// The first long number at `at` or after it.
std::optional<Number> find_long_number(std::string_view text, std::size_t at) {
  Number number;
  int digits = 0;
  std::size_t signs = 0;
  while (at < text.size()) {
    const std::size_t harmless = harmless_at(text, at);
    const Character next = harmless > 0 ? Character{harmless, false, false} : character_at(text, at);
    if (next.digit) {
      if (digits++ == 0) number.from = at;
      number.to = at + next.size;
      signs = 0;
    } else if (!next.sign || ++signs > kMostSignsBetween) {
      if (digits >= kDigitsOfSomebody) return number;
      digits = 0;
      signs = 0;
    }
    at += next.size;
  }
  return digits >= kDigitsOfSomebody ? std::optional(number) : std::nullopt;
}

}  // namespace

bool has_long_number(std::string_view text) {
  return find_long_number(text, 0).has_value();
}

std::string without_long_numbers(std::string_view text) {
  std::string kept;
  std::size_t done = 0;
  while (const auto number = find_long_number(text, done)) {
    kept += text.substr(done, number->from - done);
    kept += "…";
    done = number->to;
  }
  return kept.append(text.substr(done));
}

}  // namespace conglang
