#pragma once
// Bytes as lower-case hexadecimal digits and back. Bytes are std::string throughout: they come from files and
// the network and go to JSON, hashes and SQLite, which all speak it.

#include <optional>
#include <string>
#include <string_view>

namespace conglang {

/// Two lower-case digits a byte.
std::string to_hex(std::string_view bytes);

/// The bytes that `digits` stand for, of either case; nothing for an odd length or a digit out of range.
std::optional<std::string> from_hex(std::string_view digits);

}  // namespace conglang
