#pragma once
// Numbers as they are said in the north: nghìn, linh, mười lăm, hai mươi mốt, hai mươi tư.

#include <cstdint>
#include <string>
#include <string_view>

namespace conglang {

/// `number` as a quantity: 105 is "một trăm linh năm", 1.050 "một nghìn không trăm năm mươi". Beyond 999
/// billion the billions are counted as a number of their own ("một nghìn tỷ").
std::string speak_number(std::uint64_t number);

/// `digits` one by one, with a blank between: "115" is "một một năm". Anything but a digit is left out.
std::string speak_digits(std::string_view digits);

/// `digits` one by one, in the groups in which a number of that length is usually told, with a comma between:
/// ten as 4-3-3 (mobile), eleven as 3-4-4 (landline), twelve by threes (identity number).
std::string speak_digits_in_groups(std::string_view digits);

}  // namespace conglang
