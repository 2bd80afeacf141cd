#pragma once
// UTF-8 as the rest of the code relies on it: checked once where it enters, NFC from then on.

#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang {

/// True for well-formed UTF-8 (no surrogates, no overlong forms, nothing above U+10FFFF).
bool is_valid_utf8(std::string_view text);

/// `text` in Unicode Normalization Form C.
/// Errors: parse, for text that is not UTF-8.
Result<std::string> to_nfc(std::string_view text);

/// True when `text` is UTF-8 and already in NFC.
bool is_nfc(std::string_view text);

}  // namespace conglang
