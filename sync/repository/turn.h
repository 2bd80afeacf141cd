#pragma once
// The last steps of every change to a tree: new role files, a new snapshot, a check of it all as a client
// would see it, and only then the new timestamp. Until the timestamp is renamed into place, clients read the
// old tree.

#include <map>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/repository/key_folder.h"
#include "sync/repository/signed_role.h"
#include "sync/repository/tree.h"
#include "sync/tuf/trusted_set.h"

namespace conglang::repository {

/// What a change starts from.
struct Turn {
  const Tree& tree;
  const KeyFolder& keys;
  std::string trusted_root;
  const tuf::TrustedSet& current;
  Instant now;
};

/// The next file of `role` with `content`, whose version and expiry are set here, signed by the keys at hand.
/// Errors: not_found, no such role or no key of it; forbidden, invalid.
Result<SignedRole> sign_next(const Turn& turn, const std::string& role, tuf::Targets content);

/// Puts the files of `roles` into the tree, signs a snapshot that lists them and a timestamp, verifies and
/// turns. Blobs must be in place. Returns the timestamp's new version. Errors: not_found, forbidden (keys);
/// TrustedSet's, a role that too few have signed; io, no_space. The tree that clients see is then the old
/// one.
Result<std::int64_t> turn_content(const Turn& turn, const std::map<std::string, SignedRole>& roles);

/// Signs a timestamp for the snapshot that is there. Errors: as turn_content.
Result<std::int64_t> turn_timestamp(const Turn& turn);

}  // namespace conglang::repository
