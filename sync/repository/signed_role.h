#pragma once
// A targets role's next file, signed by the keys at hand: these may be fewer than its delegator asks for, and
// the file then waits for the others (pending.h).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "sync/repository/key_folder.h"
#include "sync/tuf/trusted_set.h"

namespace conglang::repository {

/// Whose signatures count for a role, as its delegator says.
struct Authority {
  tuf::RoleKeys role;
  tuf::Keys keys;
};

/// Of a top-level role or one that top-level targets delegates to; nothing for any other.
std::optional<Authority> authority_over(const tuf::TrustedSet& set, std::string_view role);

struct SignedRole {
  tuf::Targets content;
  std::string bytes;           ///< the file
  std::int64_t signers = 0;    ///< keys that count and have signed it
  std::int64_t threshold = 1;  ///< how many must

  bool complete() const { return signers >= threshold; }
};

/// Reads `bytes` as a file of the role that `authority` speaks of. Errors: parse.
Result<SignedRole> read_role(std::string bytes, const Authority& authority);

/// Signs `content` with every key that `keys` has for `role`, those that do not count yet or any more among
/// them: so a file outlives a change of keys. Errors: KeyFolder::load's; invalid.
Result<SignedRole> sign_role(std::string_view role, const tuf::Targets& content, const Authority& authority,
                             const KeyFolder& keys);

}  // namespace conglang::repository
