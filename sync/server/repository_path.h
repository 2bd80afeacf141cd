#pragma once
// Which file of a repository a request's path names, and what its name promises. Pure.

#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::server {

/// The path below the repository's folder: "metadata/<name>" or "targets/<name>/…", percent-decoded once.
/// Components are made of ASCII letters, digits and "-._~+@", and none starts with a dot.
/// Errors: parse, broken percent-encoding; not_found, every other path that is never served.
Result<std::string> repository_path(std::string_view request_path);

/// True for names that are never given other bytes: "3.root.json" in metadata, "<sha256>.name" in targets.
bool is_immutable(std::string_view path);

/// The 64 digits in front of a target's name; empty for any other file.
std::string_view hash_in_name(std::string_view path);

/// "application/json" for .json and so on; application/octet-stream for names it does not know.
std::string_view media_type(std::string_view path);

}  // namespace conglang::server
