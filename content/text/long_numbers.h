#pragma once
// Numbers that may be somebody's: telephones, identity cards, accounts. Whatever leaves a kiosk, and whatever
// a server takes in from one, is looked at with the same eyes.

#include <string>
#include <string_view>

namespace conglang {

/// As many digits may be a person's number. Dates, fees and procedure codes have fewer.
inline constexpr int kDigitsOfSomebody = 9;

/// True when `text` has a number of kDigitsOfSomebody digits or more, of any script. Blanks and up to three
/// signs between two digits do not part a number: "0912 345 678" and "0912.(345)-678" have ten. Days and
/// instants as this project writes them ("2026-11-27T08:00:00Z") and digests in hexadecimal are no numbers.
bool has_long_number(std::string_view text);

/// `text` with each such number as "…".
std::string without_long_numbers(std::string_view text);

}  // namespace conglang
