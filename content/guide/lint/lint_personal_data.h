#pragma once
// Numbers that belong to a person and must not hang in a public house: the ID number (12 digits, or the old
// 9), and telephone numbers in any Vietnamese spelling. What is declared public is no private number: a
// "phone" of publicContacts (notices), contacts (places) or contact (products), and the state's hotlines.

#include <string>
#include <string_view>
#include <vector>

#include "content/guide/json_document.h"
#include "content/guide/lint/report.h"

namespace conglang::guide {

/// A number found in a text.
struct PersonalNumber {
  enum class Kind { id, telephone };
  Kind kind = Kind::id;
  std::string digits;  ///< telephone: in the national form, "0912345678"

  bool operator==(const PersonalNumber&) const = default;
};

/// The personal numbers of `text`, in order: 12 digits in one run, or grouped and beginning with 0; 9 digits
/// that are no amount of money; 03, 05, 07, 08, 09 and eight more; 02 and nine more; the same after +84, 84
/// or 0084; with single spaces, dots, hyphens or brackets between, or told digit by digit in words.
std::vector<PersonalNumber> personal_numbers_in(std::string_view text);

/// Rules personal-id, personal-phone on every text of the file, in each of its languages.
void lint_personal_data(const Document& document, Report& report);

}  // namespace conglang::guide
