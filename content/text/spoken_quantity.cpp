#include "content/text/spoken_patterns.h"

#include <utility>

#include "content/text/spoken_number.h"
#include "content/text/spoken_words.h"

namespace conglang {

namespace {

struct UnitFound {
  std::string_view words;
  std::size_t end = 0;
};

std::optional<UnitFound> find_unit(const Tokens& tokens, std::size_t at) {
  const bool glued = !tokens.is_blank(at);
  at = tokens.skip_blank(at);
  if (const auto two = spoken_unit(tokens[at].text + tokens[at + 1].text, glued))
    return UnitFound{*two, at + 2};
  if (const auto one = spoken_unit(tokens[at].text, glued)) return UnitFound{*one, at + 1};
  return std::nullopt;
}

/// The digits behind a decimal comma: as a number when two at most, one by one when longer or led by a zero.
std::string speak_decimals(const std::string& digits) {
  if (digits.front() == '0' || digits.size() > 2) return speak_digits(digits);
  return speak_number(digits_value(digits));
}

struct Quantity {
  std::string integer;   ///< digits
  std::string decimals;  ///< digits, often none
  std::size_t end = 0;
};

Quantity read_quantity(const Tokens& tokens, std::size_t at) {
  Quantity read{tokens[at].text, "", at + 1};
  const bool groups = read.integer.size() <= 3 && read.integer.front() != '0';
  while (groups && tokens.is_sign(read.end, ".") && tokens.is_digits(read.end + 1, 3, 3) &&
         read.integer.size() < 15) {
    read.integer += tokens[read.end + 1].text;
    read.end += 2;
  }
  if (!tokens.is_sign(read.end, ",") || !tokens.is_digits(read.end + 1)) return read;
  read.decimals = tokens[read.end + 1].text;
  read.end += 2;
  return read;
}

/// "tháng 4" and "thứ 4" are tư; "thứ 1" is nhất; the zero of "mẫu số 01" is part of its name.
std::string speak_counted(const Tokens& tokens, std::size_t at, const Quantity& read) {
  const std::string before = tokens.word_before(at);
  const std::uint64_t value = digits_value(read.integer);
  if (value == 4 && is_one_of(before, {"tháng", "thứ"})) return "tư";
  if (value == 1 && before == "thứ") return "nhất";
  if (read.integer.front() == '0' && is_one_of(before, {"số", "mẫu"})) return speak_digits(read.integer);
  return speak_number(value);
}

/// Parts of a number that is no quantity: 12.1 or a version.
void add_dotted_parts(const Tokens& tokens, Said& said, std::size_t at) {
  while (tokens.is_sign(at + said.tokens, ".") && tokens.is_digits(at + said.tokens + 1)) {
    said.words += " chấm " + speak_number(tokens.number(at + said.tokens + 1));
    said.tokens += 2;
  }
}

void add_unit(const Tokens& tokens, Said& said, std::size_t at) {
  const auto unit = find_unit(tokens, at + said.tokens);
  if (!unit) return;
  said.words += " " + std::string(unit->words);
  said.tokens = unit->end - at;
  // "8.000 đ/bản": so much for each.
  if (!tokens.is_sign(unit->end, "/") || !tokens.is_word(unit->end + 1)) return;
  said.words += " mỗi";
  said.tokens += 1;
  const auto divisor = find_unit(tokens, unit->end + 1);
  if (!divisor) return;
  said.words += " " + std::string(divisor->words);
  said.tokens = divisor->end - at;
}

}  // namespace

std::optional<Said> say_long_number(const Tokens& tokens, std::size_t at) {
  if (tokens[at].kind != TokenKind::digits) return std::nullopt;
  const std::string& digits = tokens[at].text;
  const bool led_by_zero = digits.front() == '0' && digits.size() > 2;
  if (!led_by_zero && (digits.size() < 9 || find_unit(tokens, at + 1))) return std::nullopt;
  return Said{1, speak_digits_in_groups(digits)};
}

std::optional<Said> say_quantity(const Tokens& tokens, std::size_t at) {
  if (!tokens.is_digits(at)) return std::nullopt;
  Quantity read = read_quantity(tokens, at);
  const auto unit = find_unit(tokens, read.end);
  // "8,000 đ": nobody pays thousandths of a đồng.
  if (read.decimals.size() == 3 && unit && unit->words == "đồng")
    read.integer += std::exchange(read.decimals, "");
  Said said{read.end - at, speak_counted(tokens, at, read)};
  if (!read.decimals.empty()) said.words += " phẩy " + speak_decimals(read.decimals);
  if (said.tokens == 1) add_dotted_parts(tokens, said, at);
  add_unit(tokens, said, at);
  return said;
}

}  // namespace conglang
