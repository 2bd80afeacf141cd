#pragma once
// UTF-8 as the rest of the code relies on it: checked once where it enters, NFC from then on. What single
// characters are, for the code that folds, sorts and speaks text; nothing here knows Vietnamese.

#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang {

/// True for well-formed UTF-8 (no surrogates, no overlong forms, nothing above U+10FFFF).
bool is_valid_utf8(std::string_view text);

/// `text` in Unicode Normalization Form C.
/// Errors: parse, for text that is not UTF-8.
Result<std::string> to_nfc(std::string_view text);

/// `text` in Normalization Form D: every letter before its marks, the marks in canonical order.
/// Errors: parse, for text that is not UTF-8.
Result<std::string> to_nfd(std::string_view text);

/// True when `text` is UTF-8 and already in NFC.
bool is_nfc(std::string_view text);

/// The code points of `text`.
/// Errors: parse, for text that is not UTF-8.
Result<std::u32string> to_code_points(std::string_view text);

/// `code_points` as UTF-8; what is no Unicode scalar value is left out.
std::string to_utf8(std::u32string_view code_points);

/// The lower-case, upper-case form of one code point (simple case mapping), or the same code point.
char32_t to_lower(char32_t code_point);
char32_t to_upper(char32_t code_point);

/// What a code point is, as coarsely as folding and reading aloud need it (Unicode general category).
enum class CharKind {
  letter,  ///< L*
  mark,    ///< M*: combines with the character before it
  number,  ///< N*
  format,  ///< Cf: zero-width spaces, joiners and direction marks
  other,   ///< punctuation, symbols, blanks, controls
};
CharKind char_kind(char32_t code_point);

}  // namespace conglang
