#pragma once
// What conglang-server does besides serving, on its data folder, while a server runs on it or not.

#include <filesystem>
#include <string>

#include "content/base/result.h"
#include "content/base/time.h"

namespace conglang::server {

/// A one-time link's path that makes the account of an operator of the province, called `display_name`.
/// Errors: refused, the name is against the rules; Store's.
Result<std::string> invite_operator(const std::filesystem::path& data, const std::string& display_name,
                                    Instant now);

/// Reads the whole audit log. `noted`: "ROWS HASH" from an earlier call, or empty. Returns the same of now.
/// Errors: invalid, where it was tampered with; bad_usage, a `noted` that is none.
Result<std::string> verify_audit(const std::filesystem::path& data, const std::string& noted);

}  // namespace conglang::server
