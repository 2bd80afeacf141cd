#pragma once
// Vietnamese alphabetical order, without a locale: the same on every machine. Byte order of the keys is the
// order of the texts, so they sort in memory and in a database column alike.

#include <string>
#include <string_view>
#include <vector>

namespace conglang {

/// The key of `text`: compare keys as bytes. Word by word come first the letters (a ă â b c d đ e ê … ư v w x
/// y z, digits before them), then the tone (ngang, huyền, hỏi, ngã, sắc, nặng) wherever in the word it is
/// written, so that hòa and hoà have one key; only between texts equal in all that does lower case precede
/// upper. Punctuation and blanks only part words. Foreign marks are ignored, other scripts follow the Latin
/// letters. Text that is not UTF-8 has the empty key.
std::string sort_key(std::string_view text);

/// The letter under which an index lists `text`: its first letter as a capital, without tone but with the
/// mark that makes it another letter of the alphabet ("Ủy ban" is U, "Ứng dụng" Ư, "đất" Đ). "#" for a digit
/// or another script; empty when `text` has no letter or digit, or is not UTF-8.
std::string index_letter(std::string_view text);

/// The letters of the index, in order: A Ă Â B C D Đ E Ê F G … Y Z.
std::vector<std::string> index_letters();

}  // namespace conglang
