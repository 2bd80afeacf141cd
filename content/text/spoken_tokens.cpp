#include "content/text/spoken_tokens.h"

#include <algorithm>

#include "content/base/utf8.h"

namespace conglang {

namespace {

bool is_blank_character(char32_t each) {
  constexpr std::u32string_view kBlanks = U" \t\r\n\u00A0\u3000";
  return kBlanks.find(each) != std::u32string_view::npos || (each >= 0x2000 && each <= 0x200A) ||
         each == 0x202F;
}

TokenKind kind_of(char32_t each) {
  if (each >= U'0' && each <= U'9') return TokenKind::digits;
  if (is_blank_character(each)) return TokenKind::blank;
  const CharKind kind = char_kind(each);
  if (kind == CharKind::letter || kind == CharKind::mark) return TokenKind::word;
  return kind == CharKind::format ? TokenKind::none : TokenKind::sign;
}

}  // namespace

Tokens::Tokens(std::string_view text) {
  const auto code_points = to_code_points(text);
  if (!code_points) return;
  for (const char32_t each : *code_points) {
    const TokenKind kind = kind_of(each);
    if (kind == TokenKind::none) continue;
    const bool goes_on = !tokens_.empty() && tokens_.back().kind == kind && kind != TokenKind::sign;
    if (!goes_on) tokens_.push_back({kind, {}});
    tokens_.back().text += to_utf8(std::u32string_view(&each, 1));
  }
}

bool Tokens::is_sign(std::size_t at, std::string_view sign) const {
  return (*this)[at].kind == TokenKind::sign && (*this)[at].text == sign;
}

bool Tokens::is_dash(std::size_t at) const {
  return is_sign(at, "-") || is_sign(at, "–") || is_sign(at, "—");
}

bool Tokens::is_digits(std::size_t at, std::size_t least, std::size_t most) const {
  const Token& token = (*this)[at];
  return token.kind == TokenKind::digits && token.text.size() >= least && token.text.size() <= most;
}

bool Tokens::is_year(std::size_t at) const {
  return is_digits(at, 4, 4) && number(at) >= 1900 && number(at) < 2200;
}

std::uint64_t Tokens::number(std::size_t at) const {
  return is_digits(at) ? digits_value((*this)[at].text) : 0;
}

std::string Tokens::word_before(std::size_t at) const {
  while (at-- > 0) {
    if (is_word(at)) return lower_text((*this)[at].text);
    if (!is_blank(at) && !is_sign(at, ":") && !is_sign(at, ".") && !is_sign(at, "(")) return {};
  }
  return {};
}

std::uint64_t digits_value(std::string_view digits) {
  std::uint64_t value = 0;
  for (const char digit : digits) value = value * 10 + static_cast<std::uint64_t>(digit - '0');
  return value;
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined += between;
    joined += part;
  }
  return joined;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> group) {
  return std::ranges::find(group, word) != group.end();
}

std::string lower_text(std::string_view text) {
  std::u32string lower = to_code_points(text).value_or(std::u32string());
  std::ranges::transform(lower, lower.begin(), to_lower);
  return to_utf8(lower);
}

bool is_all_capitals(std::string_view word) {
  const std::u32string letters = to_code_points(word).value_or(std::u32string());
  return std::ranges::none_of(letters, [](char32_t each) { return to_upper(each) != each; });
}

}  // namespace conglang
