#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace conglang {

/// The bytes that percent-encoded `text` stands for (RFC 3986, section 2.1), whatever they are; nothing when
/// a '%' is not followed by two hexadecimal digits. A '+' is a plus.
std::optional<std::string> percent_decoded_bytes(std::string_view text);

}  // namespace conglang
