#pragma once
// Passwords: a rule that keeps out what is guessed first, and scrypt (RFC 7914), so that a stolen database
// costs its thief as much memory and time a guess as it cost us.

#include <cstdint>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::server {

/// 32 MiB and about a tenth of a second. Tests take less.
struct PasswordCost {
  std::uint64_t n = 1U << 15U;
  std::uint64_t r = 8;
  std::uint64_t p = 1;
};

/// Errors: refused 422 with the field "password": shorter than 10 characters, over 256 bytes, one character
/// repeated, a row as on the keyboard, or `name` in it.
Result<void> check_password(std::string_view password, std::string_view name);

/// "scrypt:N:r:p:salt:hash" under a new salt. Equal however the letters are composed (NFC).
/// Errors: parse, no UTF-8; internal.
Result<std::string> hash_password(std::string_view password, const PasswordCost& cost);

/// Whether `hashed` was made of `password`; takes as long as the hash did. False for a `hashed` that is none.
/// Errors: internal.
Result<bool> is_password(std::string_view password, const std::string& hashed);

}  // namespace conglang::server
