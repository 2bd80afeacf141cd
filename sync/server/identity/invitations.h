#pragma once
// One-time links: a new account for somebody who is expected, or a new password for somebody who lost it.
// Good for a week, used once, kept only hashed.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/server/identity/account.h"
#include "sync/server/store/store.h"

namespace conglang::server::invitations {

inline constexpr std::chrono::hours kLifetime{7 * 24};

struct Invitation {
  std::int64_t id = 0;
  std::string display_name;
  Roles roles;
  std::string commune;
  std::optional<std::int64_t> account;     ///< a new password for this one; absent: a new account
  std::optional<std::int64_t> invited_by;  ///< absent: by a command on the server
  Instant expires_at;
};

/// Errors: refused 422: no display name or one too long; no roles; an operator with a commune, or somebody
/// else without; a code that is not digits.
Result<void> check(const Invitation& invitation);

/// Returns the link's token. `id` and `expires_at` are set here. For an account that exists, its earlier
/// links end. Errors: check()'s.
Result<std::string> create(Transaction& transaction, Invitation invitation, Instant now);

/// Nothing for a token that is unknown, used or too old.
Result<std::optional<Invitation>> find(Transaction& transaction, std::string_view token, Instant now);

/// Marks it used. Errors: refused 409, when it has been meanwhile.
Result<void> use(Transaction& transaction, const Invitation& invitation, Instant now);

}  // namespace conglang::server::invitations
