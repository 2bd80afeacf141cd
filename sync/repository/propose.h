#pragma once
// A role's next file made where none of its keys is: somebody edits here, the people who sign hold their keys
// elsewhere and send their signatures alone. Nothing but the keys of snapshot and timestamp is needed on this
// machine, and they cannot sign for a role: whoever steals them cannot forge what a commune says.
//
// A proposal waits in `pending/` (pending.h) like any change that somebody has signed, so `conglang sign` and
// the desk see the same. Stopped anywhere, even by a power cut, each function leaves the old state or the
// new.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/repository/key_folder.h"
#include "sync/repository/tree.h"
#include "sync/repository/tree_diff.h"

namespace conglang::repository {

struct FileEdits {
  std::map<std::string, std::string, std::less<>> put;  ///< bytes by target path
  std::set<std::string, std::less<>> remove;            ///< target paths

  bool operator==(const FileEdits&) const = default;
};

/// A role's next file, as it waits or as it was published.
struct Proposal {
  std::string role;
  std::int64_t version = 0;
  Instant expires{};
  std::string bytes;                      ///< the file, with the signatures that it has
  std::string signed_bytes;               ///< what a signature is over: the canonical form of its "signed"
  std::vector<std::string> key_ids;       ///< whose signatures count
  std::vector<std::string> signed_by;     ///< key ids, those among them that do not count yet too
  std::int64_t signers = 0;               ///< keys that count and have signed
  std::int64_t threshold = 1;             ///< how many must
  FileChanges files;                      ///< what it changes
  std::optional<std::int64_t> timestamp;  ///< its version, once the proposal is public
};

/// Proposes `edits` to what `role` has published: puts the files where they will be served from, and the
/// role's next file, unsigned, among the changes that wait. Errors: forbidden, a top-level role or a path
/// that is not delegated to `role`; not_found, no such role, or nothing to remove; invalid, edits that change
/// nothing; conflict, another change of the role waits (it stays) or another publisher is at work; too_large;
/// TrustedSet's; io, no_space.
Result<Proposal> propose(const Tree& tree, const KeyFolder& keys, std::string_view role,
                         const FileEdits& edits, Instant now);

/// Proposes the files that version `version` of `role` had, as its next version. Errors: as propose;
/// not_found, the version or a file of it is not in the tree any more.
Result<Proposal> propose_version(const Tree& tree, const KeyFolder& keys, std::string_view role,
                                 std::int64_t version, Instant now);

/// Proposes what `role` says today once more: to renew it, or to have new keys sign it before they are
/// delegated to. Errors: as propose.
Result<Proposal> propose_again(const Tree& tree, const KeyFolder& keys, std::string_view role, Instant now);

/// The proposal of `role` that waits. Errors: as load_pending.
Result<Proposal> waiting_proposal(const Tree& tree, const KeyFolder& keys, std::string_view role);

/// Puts `signature` to the proposal of `role` that waits, and publishes it when that was the last one needed
/// and the keys of snapshot and timestamp are here. A signature that is there already changes nothing; one
/// that comes when enough have signed is not added. `coming`: keys that will be delegated to soon, whose
/// signatures are kept but do not count yet (delegate.h). Errors: forbidden, a key that is in neither;
/// bad_signature, not by that key or not over this proposal; not_found, nothing waits; conflict; expired, a
/// proposal so old that it would have to be renewed at once; bad_hash, a file in the tree that is not what
/// the proposal says; TrustedSet's; io, no_space. The proposal then waits as it did.
Result<Proposal> attach_signature(const Tree& tree, const KeyFolder& keys, std::string_view role,
                                  const tuf::Signature& signature, Instant now, const tuf::Keys& coming = {});

/// Publishes the proposal of `role` if enough have signed it: after a publish that was interrupted.
/// `timestamp` stays empty otherwise. Errors: as attach_signature.
Result<Proposal> publish_proposal(const Tree& tree, const KeyFolder& keys, std::string_view role,
                                  Instant now);

}  // namespace conglang::repository
