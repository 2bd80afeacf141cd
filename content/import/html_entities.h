#pragma once
// Character references of HTML, as exports of Vietnamese pages use them.

#include <optional>
#include <string>
#include <string_view>

namespace conglang::import {

/// What `&name;` stands for, in UTF-8. `name` is between "&" and ";": "nbsp", "#417", "#x1A1". Nothing for a
/// name outside the table or a number that is no character.
std::optional<std::string> decode_entity(std::string_view name);

}  // namespace conglang::import
