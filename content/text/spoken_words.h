#pragma once
// What abbreviations, units and letters are called. Data only; internal to the reading of text.

#include <optional>
#include <string>
#include <string_view>

namespace conglang {

/// The words for `written`, an abbreviation as it is printed, capitals and all; none if it is not known.
std::optional<std::string_view> spoken_abbreviation(std::string_view written);

/// The most tokens (words, digits, signs) that an abbreviation in the table has.
inline constexpr std::size_t kMaxAbbreviationTokens = 4;

/// The words for a unit or currency behind a number. `glued`: nothing stands between number and unit; some
/// units are read as such only then.
std::optional<std::string_view> spoken_unit(std::string_view written, bool glued);

/// Who issues documents with `abbreviation` in their number: CP is Chính phủ. QH and UBTVQH stand without
/// their term.
std::optional<std::string_view> spoken_issuer(std::string_view abbreviation);

/// A sign between words: & is và. None for one that is only a pause or is not said.
std::optional<std::string_view> spoken_sign(std::string_view sign);

/// The names of the letters of `word`, with blanks: CT is "xê tê". Anything else is left out.
std::string spell_letters(std::string_view word);

/// True for a last part of a host name (vn, com, …), which tells a host from words around a full stop.
bool is_top_level_domain(std::string_view label);

}  // namespace conglang
