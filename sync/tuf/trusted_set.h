#pragma once
// What a client trusts of one repository, as a pure state machine: bytes and `now` in, a verdict out. It does
// no input or output and reads no clock. Files are given in the order of the specification's client workflow
// (5.3 root, 5.4 timestamp, 5.5 snapshot, 5.6 targets and delegated roles), and after an error the set is
// what it was before the call. One set serves one update; the next update starts from the stored root again.
//
// A client with stored files offers them first: load_cached_* remembers the last accepted timestamp and
// snapshot, for rollback checks alone, and update_* with the stored bytes saves a download when they are
// still current. An update goes:
//
//   create(stored root); update_root(N+1.root.json) until there is none; forget_cached()? delete both stored
//   files load_cached_timestamp(stored), ignoring its error;  update_timestamp(downloaded)
//   load_cached_snapshot(stored), ignoring its error;   update_snapshot(stored) or
//   update_snapshot(downloaded) update_targets(stored) or update_targets(downloaded) find_target(path), and
//   while it answers RoleNeeded: update_delegated_targets(stored or downloaded)

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/tuf/metadata.h"

namespace conglang::tuf {

enum class Change {
  adopted,    ///< the bytes are now the trusted ones: store them
  unchanged,  ///< the version is the trusted one; the bytes are discarded and the stored ones stay
};

/// A target that a trusted role vouches for.
struct TargetFound {
  TargetFile file;
  std::string role;
};
/// The search cannot go on before this role is given to update_delegated_targets.
struct RoleNeeded {
  std::string role;
  std::string parent;
  MetaFile meta;  ///< what the snapshot says of it
};
struct TargetAbsent {};
using TargetSearch = std::variant<TargetFound, RoleNeeded, TargetAbsent>;

class TrustedSet {
 public:
  /// Starts from the root that the client was provisioned with or stored last; it must be signed by itself.
  /// Its expiry does not matter yet. Errors: parse, bad_signature.
  static Result<TrustedSet> create(std::string_view root);

  /// Verifies `bytes` as root version N+1, signed by root N and by itself. Expiry does not matter yet.
  /// Errors: parse; bad_signature; rollback, for any other version; conflict, after a timestamp was adopted.
  /// Source: 5.3.3 to 5.3.7.
  Result<void> update_root(std::string_view bytes);

  /// Is the newest root still good at `now`? To be asked when there is no further root, before anything else
  /// is asked for. Errors: expired. Source: 5.3.10.
  Result<void> check_root_fresh(Instant now) const;

  /// True when an adopted root took a key away from timestamp or snapshot: the client then deletes its stored
  /// timestamp and snapshot, so that versions an attacker drove up are forgotten. Source: 5.3.11.
  bool forget_cached() const { return forget_cached_; }

  /// Remembers the timestamp accepted last time, for rollback checks. Expiry does not matter.
  /// Errors: parse, bad_signature; conflict, after a new timestamp or when forget_cached().
  Result<void> load_cached_timestamp(std::string_view bytes);

  /// Verifies `bytes` as the next timestamp and adopts it. `now`: UTC, fixed for the whole update.
  /// Errors: parse, bad_signature, rollback, expired (root's or timestamp's, the remembered one's too when
  /// its version is the same), conflict after a snapshot. Source: 5.3.10 and 5.4.
  Result<Change> update_timestamp(std::string_view bytes, Instant now);

  /// Remembers the snapshot accepted last time, for rollback checks. Neither expiry nor version matter.
  /// Errors: parse, bad_signature; conflict, before a timestamp, after a new snapshot or when
  /// forget_cached().
  Result<void> load_cached_snapshot(std::string_view bytes);

  /// Verifies `bytes` as the snapshot that the timestamp names, and adopts it.
  /// Errors: bad_hash, parse, bad_signature, rollback (also for a role no longer listed), invalid for another
  /// version than the timestamp's, expired, conflict before a timestamp or after targets. Source: 5.5.
  Result<void> update_snapshot(std::string_view bytes, Instant now);

  /// Verifies `bytes` as the top-level targets and adopts it. Errors: as update_delegated_targets.
  /// Source: 5.6.
  Result<void> update_targets(std::string_view bytes, Instant now);

  /// Verifies `bytes` as the targets of `role`, delegated by `parent` ("targets" or a role adopted before),
  /// with the keys that `parent` states now, and adopts it. Errors: not_found, when the snapshot does not
  /// list the role or the parent does not delegate to it; bad_hash, parse, bad_signature, invalid (another
  /// version than the snapshot's), expired; conflict before its parent.
  Result<void> update_delegated_targets(std::string_view role, std::string_view parent,
                                        std::string_view bytes, Instant now);

  /// Searches `path` in the roles adopted, pre-order and depth first, through delegations whose paths match;
  /// a terminating one ends the search. At most kMaxDelegations delegated roles are visited.
  /// Precondition: update_targets succeeded. Source: 5.6.7.
  TargetSearch find_target(std::string_view path) const;

  /// Every target of the roles adopted that find_target finds, by path: what a role says about paths not
  /// delegated to it is not among them.
  std::map<std::string, TargetFound, std::less<>> targets_found() const;

  const Root& root() const { return root_.content; }
  /// Adopted in this update; nullptr before.
  const Timestamp* timestamp() const;
  const Snapshot* snapshot() const;
  const Targets* targets() const { return delegated("targets", "root"); }
  /// `role` as delegated by `parent`; nullptr unless adopted.
  const Targets* delegated(std::string_view role, std::string_view parent) const;
  /// What the snapshot says of `role`; nullptr when it is not listed or there is no snapshot yet.
  const MetaFile* listed(std::string_view role) const;

 private:
  explicit TrustedSet(Metadata<Root> root) : root_(std::move(root)) {}

  Result<void> adopt_targets(std::string_view role, std::string_view parent, const RoleKeys& signers,
                             const Keys& keys, std::string_view bytes, Instant now);

  Metadata<Root> root_;
  bool forget_cached_ = false;
  std::optional<Timestamp> known_timestamp_;  // adopted or remembered
  bool timestamp_adopted_ = false;
  std::optional<Snapshot> known_snapshot_;  // adopted or remembered
  bool snapshot_adopted_ = false;
  std::map<std::pair<std::string, std::string>, Targets> roles_;  // by role and parent
};

}  // namespace conglang::tuf
