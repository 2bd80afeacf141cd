#pragma once
// Text as words, runs of digits, blanks and single signs: what the patterns of reading aloud look at.
// Internal.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace conglang {

enum class TokenKind { none, word, digits, blank, sign };

struct Token {
  TokenKind kind = TokenKind::none;
  std::string text;
};

/// The tokens of a text. Any index may be asked for: outside the text there is a token of kind none.
class Tokens {
 public:
  /// `text`: valid UTF-8 in NFC. Zero-width characters are dropped.
  explicit Tokens(std::string_view text);

  std::size_t size() const { return tokens_.size(); }
  const Token& operator[](std::size_t at) const { return at < tokens_.size() ? tokens_[at] : none_; }

  bool is_word(std::size_t at) const { return (*this)[at].kind == TokenKind::word; }
  bool is_blank(std::size_t at) const { return (*this)[at].kind == TokenKind::blank; }
  bool is_sign(std::size_t at, std::string_view sign) const;
  /// A hyphen or dash.
  bool is_dash(std::size_t at) const;
  /// A run of `least` to `most` digits.
  bool is_digits(std::size_t at, std::size_t least = 1, std::size_t most = 18) const;
  /// A run of four digits that can be a year of our time.
  bool is_year(std::size_t at) const;
  /// `at`, or the token behind it if there is a blank at `at`.
  std::size_t skip_blank(std::size_t at) const { return is_blank(at) ? at + 1 : at; }
  /// The value of a run of at most 18 digits; 0 for anything else.
  std::uint64_t number(std::size_t at) const;

  /// The word before `at` in lower case, over blanks, colons, full stops and an opening bracket; empty
  /// without.
  std::string word_before(std::size_t at) const;

 private:
  std::vector<Token> tokens_;
  Token none_;
};

/// The value of `digits`, 18 at most.
std::uint64_t digits_value(std::string_view digits);

/// `parts` one behind the other, with `between` between them.
std::string join(const std::vector<std::string>& parts, std::string_view between);

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> group);

/// `text` in lower case; valid UTF-8.
std::string lower_text(std::string_view text);

/// True when `word` has no small letter.
bool is_all_capitals(std::string_view word);

}  // namespace conglang
