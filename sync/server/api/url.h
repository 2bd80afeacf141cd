#pragma once
// Paths and queries as they are sent, taken apart. Pure.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace conglang::server {

/// `text` with its %XX decoded once; nothing when one is broken or the result is not UTF-8 or holds a control
/// character.
std::optional<std::string> percent_decoded(std::string_view text);

/// "/api/drafts/7" as {"api", "drafts", "7"}, still encoded; nothing for a path that does not start with "/"
/// or has an empty part.
std::optional<std::vector<std::string>> path_parts(std::string_view path);

/// The first value of `name` in "a=1&b=2", decoded ('+' is a blank).
std::optional<std::string> query_value(std::string_view query, std::string_view name);

}  // namespace conglang::server
