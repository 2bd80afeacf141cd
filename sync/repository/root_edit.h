#pragma once
// The next root, made without the tree and without hurry: a draft in a file, that travels on a stick from one
// keeper of a root key to the next and is published when enough of the old and of the new keys have signed
// it. Any edit of a draft throws its signatures away, so nobody signs one thing and publishes another.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/repository/key_folder.h"
#include "sync/repository/tree.h"

namespace conglang::repository {

/// One change of a root. `role`: root, targets, snapshot or timestamp.
struct AddKey {
  std::string role;
  tuf::PublicKey key;
};
struct RemoveKey {
  std::string role;
  std::string key_id;
};
struct ReplaceKeys {  ///< all of the role's keys by one
  std::string role;
  tuf::PublicKey key;
};
struct SetThreshold {
  std::string role;
  std::int64_t threshold = 1;
};

/// A draft of the root after `current`, the bytes of the newest one: version + 1, two years from `now`,
/// unsigned. Errors: parse, bad_signature (it is not signed by itself).
Result<std::string> draft_root(std::string_view current, Instant now);

/// The draft with one change more and no signatures. Errors: parse; not_found, no such role or key; conflict,
/// the role has the key already; bad_usage, a key that cannot be used, or a threshold that the role's keys
/// could not reach.
Result<std::string> edit_root(std::string_view draft, const AddKey& change);
Result<std::string> edit_root(std::string_view draft, const RemoveKey& change);
Result<std::string> edit_root(std::string_view draft, const ReplaceKeys& change);
Result<std::string> edit_root(std::string_view draft, const SetThreshold& change);

/// The draft with the signatures of the folder's root keys. Errors: parse, KeyFolder::load's.
Result<std::string> sign_root(std::string_view draft, const KeyFolder& keys);

struct RootState {
  std::int64_t version = 0;
  std::int64_t old_signers = 0;  ///< of the root before it
  std::int64_t old_threshold = 1;
  std::int64_t new_signers = 0;  ///< of its own root keys
  std::int64_t new_threshold = 1;

  bool complete() const { return old_signers >= old_threshold && new_signers >= new_threshold; }
};

/// How far the signing of a draft has come, for a client that trusts `current` so far.
RootState state_of(const tuf::TrustedSet& current, const tuf::Metadata<tuf::Root>& draft);

/// Puts a complete draft into the tree. Where it takes keys from targets, snapshot or timestamp, these are
/// signed again by all their keys in the folder, the leaving and the new: first the files that both roots
/// accept, then the root, so that clients accept the tree at every moment. Without the leaving key (it was
/// lost, or stolen) the root comes first, and clients keep what they have until the timestamp follows. Run
/// again after an interruption. Errors: bad_signature, not complete; rollback, not the version after the
/// newest; KeyFolder's; TrustedSet's; io.
Result<void> publish_root(const Tree& tree, const KeyFolder& keys, std::string_view draft, Instant now);

}  // namespace conglang::repository
