#pragma once
// Secrets that a browser or a link carries. Only their hash is kept, so that a copy of the database signs
// nobody in: with 256 random bits, a hash without salt or work factor cannot be turned back.

#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::server {

/// 32 random bytes as 64 digits. Errors: internal, the system gives none.
Result<std::string> new_token();

/// What is kept of a token.
std::string token_hash(std::string_view token);

/// What a page proves that it is ours with: derived, so that nothing more need be kept, and one way, so that
/// it tells nothing about the session's token.
std::string csrf_of(std::string_view session_token);

}  // namespace conglang::server
