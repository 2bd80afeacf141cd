#pragma once
// The shapes in which figures, codes and abbreviations stand in official text, each recognised by one
// function. Internal to the reading of text.

#include <cstddef>
#include <optional>
#include <string>

#include "content/text/spoken_tokens.h"

namespace conglang {

/// What a shape is called, and how many tokens it covers.
struct Said {
  std::size_t tokens = 0;
  std::string words;
};

/// The figure that begins at `at`, tried as all of those below, the most particular first.
std::optional<Said> say_figure(const Tokens& tokens, std::size_t at);

/// "0912 345 678", "19001234", and shorter numbers that the text tells to call ("gọi 115").
std::optional<Said> say_telephone(const Tokens& tokens, std::size_t at);
/// "+84 912 345 678" and "(024) 3333 4444".
std::optional<Said> say_telephone_with_prefix(const Tokens& tokens, std::size_t at);

/// "60/2014/QH13" and, without a year, "1656/NQ-UBTVQH15".
std::optional<Said> say_document_number(const Tokens& tokens, std::size_t at);
/// "TT" before a document's number, where it can only be a circular; elsewhere it is many things.
std::optional<Said> say_circular(const Tokens& tokens, std::size_t at);
/// A procedure's code on the national portal, "1.001193", and the long form "1.001193.000.00.00.H26".
std::optional<Said> say_procedure_code(const Tokens& tokens, std::size_t at);

/// "24/9/2026", "24-9-2026", "24.9.2026" and "2026-09-24".
std::optional<Said> say_date(const Tokens& tokens, std::size_t at);
/// "9/2026" is a month, "24/9" a day where the text says so, else a fraction.
std::optional<Said> say_slashed_pair(const Tokens& tokens, std::size_t at);
/// "15:30", "7h30", "7h".
std::optional<Said> say_time(const Tokens& tokens, std::size_t at);

/// Identity numbers and other runs of digits that nobody reads as a quantity.
std::optional<Said> say_long_number(const Tokens& tokens, std::size_t at);
/// Any other number, with its unit or currency: "8.000 đ/bản", "12,5%".
std::optional<Said> say_quantity(const Tokens& tokens, std::size_t at);

/// A form code such as CT01 or KT3: capitals with digits behind them.
std::optional<Said> say_form_code(const Tokens& tokens, std::size_t at);
/// A web address or host (dichvucong.gov.vn), with or without https://.
std::optional<Said> say_address(const Tokens& tokens, std::size_t at);
/// The longest abbreviation of the table that begins at `at`.
std::optional<Said> say_abbreviation(const Tokens& tokens, std::size_t at);

}  // namespace conglang
