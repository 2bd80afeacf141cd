#pragma once
// The one style of all pages: style.css without its indentation, put into the program when it is built, and
// its hash, by which the pages' Content-Security-Policy lets it in and no other.

#include <string>
#include <string_view>

namespace conglang::publish {

/// Exactly what stands between <style> and </style>.
std::string_view style_sheet();

/// "sha256-…", base64, as the policy names it.
std::string style_hash();

}  // namespace conglang::publish
