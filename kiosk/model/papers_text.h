#pragma once
// The list of papers as plain text in codes: what a phone without internet can take home.
//
// The rule: no more bytes a code than leave each module 10 pixels on the reference panel; lines stay whole
// where they can, none is shortened; when one code is not enough the lines are spread evenly over as few as
// possible, and each says which of how many it is.

#include <string>
#include <string_view>
#include <vector>

namespace conglang::kiosk {

/// QR version 10 at level L (ISO/IEC 18004, table 7): 57 modules, which with their quiet zone have 10 pixels
/// each in the 656 pixels of the code's card.
inline constexpr std::size_t kMaxTextBytes = 271;

/// The texts of the codes, in order. `title` leads each; a line longer than a code is broken at spaces.
std::vector<std::string> spread_over_codes(std::string_view title, const std::vector<std::string>& lines);

}  // namespace conglang::kiosk
