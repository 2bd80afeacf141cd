#pragma once
// Text files as office programs of the last thirty years write them, to UTF-8. What is not known for sure is
// refused with what to do, because wrong letters in a guide are worse than no guide.

#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::import {

enum class TextEncoding { utf8, utf16, windows1258 };

struct DecodedText {
  std::string text;  ///< UTF-8 in NFC where it was converted, without a byte order mark
  TextEncoding encoding = TextEncoding::utf8;
};

/// UTF-8 with or without a byte order mark; UTF-16 of either byte order; Windows-1258.
/// Errors: parse, anything else, with the line of the first byte that is none of them. `where` is in front.
Result<DecodedText> decode_text(std::string_view bytes, std::string_view where);

}  // namespace conglang::import
