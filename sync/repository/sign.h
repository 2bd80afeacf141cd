#pragma once
// Several people sign one role, each with keys of their own: the first publishes and the change waits
// (pending.h), the others add their signatures. With the last one needed it turns at once where the online
// keys are at hand, else at the next publish_waiting() of the machine that has them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/repository/key_folder.h"
#include "sync/repository/tree.h"
#include "sync/repository/tree_diff.h"

namespace conglang::repository {

/// A change that somebody signed, or may sign.
struct Signed {
  std::string role;
  std::int64_t version = 0;
  std::int64_t signers = 0;
  std::int64_t threshold = 1;
  FileChanges files;                      ///< what it would change
  std::optional<std::int64_t> timestamp;  ///< its version, when the change is public now
};

/// What waits for signatures, without touching it. Errors: TrustedSet's; pending.h's.
Result<std::vector<Signed>> waiting_changes(const Tree& tree, const KeyFolder& keys);

/// Adds the signatures of `keys` to the change of `role` that waits, after checking that every file it names
/// lies in the tree as it says; publishes it when that completes it and the keys of snapshot and timestamp
/// are here too. Errors: not_found (nothing waits, no key of the role), conflict, bad_hash, TrustedSet's, io.
/// The change then waits as it did.
Result<Signed> sign_waiting(const Tree& tree, const KeyFolder& keys, std::string_view role, Instant now);

/// Signs what `role` says today once more, as its next version: to renew it, or to have new keys sign it
/// before they replace the old ones. Errors and results as sign_waiting.
Result<Signed> sign_again(const Tree& tree, const KeyFolder& keys, std::string_view role, Instant now);

/// Publishes every change that enough have signed. Errors: as publish.
Result<std::vector<Signed>> publish_waiting(const Tree& tree, const KeyFolder& keys, Instant now);

/// Forgets the change of `role` that waits. Errors: conflict, a publisher is at work; io.
Result<void> drop_waiting(const Tree& tree, std::string_view role);

}  // namespace conglang::repository
