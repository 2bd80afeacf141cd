#pragma once
// Which target paths a delegation covers.

#include <string_view>

#include "sync/tuf/metadata.h"

namespace conglang::tuf {

/// True when `pattern` covers the whole of `path`: `*` is any run and `?` any one character, neither being
/// `/`. Takes time in proportion to the product of the lengths at most. Source: TUF 1.0.34, section 4.5,
/// PATHPATTERN.
bool matches_pattern(std::string_view pattern, std::string_view path);

/// True when `role` is trusted with `path`, by its patterns or by the prefixes of the path's SHA-256.
bool covers(const DelegatedRole& role, std::string_view path);

}  // namespace conglang::tuf
