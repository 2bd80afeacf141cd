#pragma once
// JSON as TUF signs it: read strictly, written in the one canonical form (OLPC): no white space, keys sorted
// by code point, only `"` and `\` escaped, raw UTF-8, integers exact to 64 bits. There are no floating-point
// numbers, since two programs may print one in two ways. Text is never normalised: what was signed is what is
// compared. Signatures are made over canonical bytes; hashes over a file's raw bytes.

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::tuf {

/// One JSON value, nothing after it. Stricter than most readers: a key twice in one object, a number with a
/// fraction, an exponent or more than 64 bits, text that is not UTF-8 and nesting over kMaxJsonDepth are
/// refused. Errors: parse, with the offset in bytes.
Result<nlohmann::json> parse_json(std::string_view bytes);

/// `value` in canonical form. Equal values give equal bytes.
/// Errors: invalid, for a floating-point number.
/// Source: wiki.laptop.org/go/Canonical_JSON, as TUF 1.0.34 section 4.1 names it.
Result<std::string> canonical_json(const nlohmann::json& value);

}  // namespace conglang::tuf
