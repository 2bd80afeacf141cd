#pragma once
// Who may sign a commune's content, by the province's targets keys: a commune that joins, a member of staff
// who leaves, a laptop that was lost.

#include <optional>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/repository/key_folder.h"
#include "sync/repository/tree.h"

namespace conglang::repository {

struct Delegation {
  std::string name;                  ///< a commune's code, "emergency" or "communes" (province_roles.h)
  std::vector<tuf::PublicKey> keys;  ///< all of the role's keys from now on, distinct by value
  std::int64_t threshold = 1;  ///< how many of them must sign; 2 is a rule of two persons that kiosks check
};

struct Delegated {
  std::string role;
  bool is_new = false;
  std::int64_t signers = 0;  ///< of the targets keys
  std::int64_t threshold = 1;
  std::optional<std::int64_t>
      timestamp;  ///< its version; absent while the change waits for more targets keys
};

/// Signs top-level targets with the delegation in it. What the role has published must stay good: signed by
/// enough of the new keys already (sign_again), or replaced by a change that waits and enough of the new keys
/// have signed. Errors: bad_usage, a threshold that the keys cannot reach, or unusable keys; bad_signature,
/// the role's content would not be good any more (the message says what to do); conflict; KeyFolder's;
/// TrustedSet's; io. Clients then see the tree as it was.
Result<Delegated> delegate(const Tree& tree, const KeyFolder& keys, const Delegation& delegation,
                           Instant now);

}  // namespace conglang::repository
