#include "sync/tuf/trusted_set.h"

#include <algorithm>
#include <set>
#include <vector>

#include "sync/tuf/delegation.h"
#include "sync/tuf/limits.h"
#include "sync/tuf/names.h"
#include "sync/tuf/threshold.h"

namespace conglang::tuf {
namespace {

// 5.3.10, 5.4.4, 5.5.6, 5.6.5: "MUST be higher than the fixed update start time".
Result<void> check_fresh(std::string_view name, Instant expires, Instant now) {
  if (expires > now) return {};
  return fail(Errc::expired,
              "{}: expired on {}, and it is {}: the repository must be refreshed, or the clock set", name,
              format_instant(expires), format_instant(now));
}

// The client stops a download at the same bound; this holds whoever calls.
Result<void> check_size(std::string_view name, std::string_view bytes, std::int64_t max_bytes) {
  if (static_cast<std::int64_t>(bytes.size()) <= max_bytes) return {};
  return fail(Errc::too_large, "{}: has {} bytes, more than the {} allowed", name, bytes.size(), max_bytes);
}

template <typename T>
Result<T> in_file(std::string_view name, Result<T> result) {
  if (!result) return with_context(std::move(result).error(), name);
  return result;
}

const RoleKeys& signers_of(const Root& root, const char* role) {
  return root.roles.find(role)->second;  // the parser requires every top-level role
}

template <typename Role>
Result<void> check_top_level(const Root& root, const char* role, const Metadata<Role>& metadata) {
  return check_threshold(metadata_name(role), metadata.signed_bytes, metadata.signatures,
                         signers_of(root, role), root.keys);
}

std::set<std::string> key_values(const Root& root, const char* role) {
  std::set<std::string> values;
  for (const std::string& id : signers_of(root, role).key_ids) {
    const auto key = root.keys.find(id);
    if (key != root.keys.end()) values.insert(key->second.value());
  }
  return values;
}

// A key that was added or a new threshold takes no power from anybody; one taken away may have been stolen.
bool lost_a_key(const Root& before, const Root& after, const char* role) {
  const auto old_keys = key_values(before, role);
  const auto new_keys = key_values(after, role);
  return !std::includes(new_keys.begin(), new_keys.end(), old_keys.begin(), old_keys.end());
}

Result<void> check_timestamp_rollback(const Timestamp& known, const Timestamp& next) {
  if (next.version < known.version) {
    return fail(Errc::rollback, "timestamp.json: version {} is older than {}, which was accepted before",
                next.version, known.version);
  }
  if (next.snapshot.version < known.snapshot.version) {
    return fail(Errc::rollback, "timestamp.json: names snapshot {}, older than {}, which was accepted before",
                next.snapshot.version, known.snapshot.version);
  }
  return {};
}

Result<void> check_snapshot_rollback(const Snapshot& known, const Snapshot& next) {
  for (const auto& [name, file] : known.meta) {
    const auto now_listed = next.meta.find(name);
    if (now_listed == next.meta.end()) {
      return fail(Errc::rollback, "snapshot.json: no longer lists {}, which it did before", name);
    }
    if (now_listed->second.version < file.version) {
      return fail(Errc::rollback,
                  "snapshot.json: lists {} version {}, older than {}, which was accepted before", name,
                  now_listed->second.version, file.version);
    }
  }
  return {};
}

Result<void> check_version(std::string_view name, std::int64_t version, std::int64_t listed) {
  if (version == listed) return {};
  return fail(Errc::invalid, "{}: is version {}, but version {} is the one listed", name, version, listed);
}

}  // namespace

Result<TrustedSet> TrustedSet::create(std::string_view root) {
  TRY_VOID(check_size("root.json", root, kMaxRootBytes));
  TRY(Metadata<Root> metadata, in_file("root.json", parse_root(root)));
  TRY_VOID(check_top_level(metadata.content, "root", metadata));
  return TrustedSet(std::move(metadata));
}

Result<void> TrustedSet::update_root(std::string_view bytes) {
  if (timestamp_adopted_) return fail(Errc::conflict, "root.json: cannot change after the timestamp");
  TRY_VOID(check_size("root.json", bytes, kMaxRootBytes));
  TRY(Metadata<Root> next, in_file("root.json", parse_root(bytes)));
  TRY_VOID(check_top_level(root_.content, "root", next));
  TRY_VOID(check_top_level(next.content, "root", next));
  if (next.content.version != root_.content.version + 1) {
    return fail(Errc::rollback, "root.json: version {} does not follow version {}, which is trusted",
                next.content.version, root_.content.version);
  }
  if (lost_a_key(root_.content, next.content, "timestamp") ||
      lost_a_key(root_.content, next.content, "snapshot")) {
    forget_cached_ = true;
    known_timestamp_.reset();
  }
  root_ = std::move(next);
  return {};
}

Result<void> TrustedSet::check_root_fresh(Instant now) const {
  return check_fresh("root.json", root().expires, now);
}

Result<void> TrustedSet::load_cached_timestamp(std::string_view bytes) {
  if (timestamp_adopted_) return fail(Errc::conflict, "timestamp.json: a new one is already trusted");
  if (forget_cached_) return fail(Errc::conflict, "timestamp.json: keys were replaced, so it is forgotten");
  TRY_VOID(check_size("timestamp.json", bytes, kMaxTimestampBytes));
  TRY(Metadata<Timestamp> cached, in_file("timestamp.json", parse_timestamp(bytes)));
  TRY_VOID(check_top_level(root(), "timestamp", cached));
  known_timestamp_ = cached.content;
  return {};
}

Result<Change> TrustedSet::update_timestamp(std::string_view bytes, Instant now) {
  if (snapshot_adopted_) return fail(Errc::conflict, "timestamp.json: cannot change after the snapshot");
  TRY_VOID(check_root_fresh(now));
  TRY_VOID(check_size("timestamp.json", bytes, kMaxTimestampBytes));
  TRY(Metadata<Timestamp> next, in_file("timestamp.json", parse_timestamp(bytes)));
  TRY_VOID(check_top_level(root(), "timestamp", next));
  const bool same = known_timestamp_ && known_timestamp_->version == next.content.version;
  if (known_timestamp_ && !same) {
    TRY_VOID(check_timestamp_rollback(*known_timestamp_, next.content));
  }
  const Timestamp& chosen = same ? *known_timestamp_ : next.content;
  TRY_VOID(check_fresh("timestamp.json", chosen.expires, now));
  if (!same) known_timestamp_ = next.content;
  timestamp_adopted_ = true;
  return same ? Change::unchanged : Change::adopted;
}

Result<void> TrustedSet::load_cached_snapshot(std::string_view bytes) {
  if (!timestamp_adopted_) return fail(Errc::conflict, "snapshot.json: the timestamp comes first");
  if (snapshot_adopted_) return fail(Errc::conflict, "snapshot.json: a new one is already trusted");
  if (forget_cached_) return fail(Errc::conflict, "snapshot.json: keys were replaced, so it is forgotten");
  TRY_VOID(check_size("snapshot.json", bytes, kMaxSnapshotBytes));
  TRY(Metadata<Snapshot> cached, in_file("snapshot.json", parse_snapshot(bytes)));
  TRY_VOID(check_top_level(root(), "snapshot", cached));
  known_snapshot_ = std::move(cached.content);
  return {};
}

Result<void> TrustedSet::update_snapshot(std::string_view bytes, Instant now) {
  if (!timestamp_adopted_) return fail(Errc::conflict, "snapshot.json: the timestamp comes first");
  if (snapshot_adopted_ && !roles_.empty()) {
    return fail(Errc::conflict, "snapshot.json: cannot change after the targets");
  }
  TRY_VOID(check_size("snapshot.json", bytes, kMaxSnapshotBytes));
  const MetaFile& stated = known_timestamp_->snapshot;
  TRY_VOID(check_file("snapshot.json", bytes, stated.length, stated.hashes));
  TRY(Metadata<Snapshot> next, in_file("snapshot.json", parse_snapshot(bytes)));
  TRY_VOID(check_top_level(root(), "snapshot", next));
  TRY_VOID(check_version("snapshot.json", next.content.version, stated.version));
  if (known_snapshot_) {
    TRY_VOID(check_snapshot_rollback(*known_snapshot_, next.content));
  }
  TRY_VOID(check_fresh("snapshot.json", next.content.expires, now));
  known_snapshot_ = std::move(next.content);
  snapshot_adopted_ = true;
  return {};
}

Result<void> TrustedSet::adopt_targets(std::string_view role, std::string_view parent,
                                       const RoleKeys& signers, const Keys& keys, std::string_view bytes,
                                       Instant now) {
  const std::string name = metadata_name(role);
  if (!snapshot_adopted_) return fail(Errc::conflict, "{}: the snapshot comes first", name);
  const MetaFile* stated = listed(role);
  if (stated == nullptr) return fail(Errc::not_found, "{}: the snapshot does not list it", name);
  TRY_VOID(check_size(name, bytes, kMaxTargetsBytes));
  TRY_VOID(check_file(name, bytes, stated->length, stated->hashes));
  TRY(Metadata<Targets> next, in_file(name, parse_targets(bytes)));
  TRY_VOID(check_threshold(name, next.signed_bytes, next.signatures, signers, keys));
  TRY_VOID(check_version(name, next.content.version, stated->version));
  TRY_VOID(check_fresh(name, next.content.expires, now));
  for (const auto& [key, adopted] : roles_) {
    // A role that two delegate to is one file: else its own delegations would depend on who asked for it.
    if (key.first == role && key.second != parent && adopted != next.content) {
      return fail(Errc::invalid, "{}: is not the file that {} vouches for", name, key.second);
    }
  }
  roles_.insert_or_assign({std::string(role), std::string(parent)}, std::move(next.content));
  return {};
}

Result<void> TrustedSet::update_targets(std::string_view bytes, Instant now) {
  return adopt_targets("targets", "root", signers_of(root(), "targets"), root().keys, bytes, now);
}

Result<void> TrustedSet::update_delegated_targets(std::string_view role, std::string_view parent,
                                                  std::string_view bytes, Instant now) {
  const auto delegator = std::find_if(roles_.begin(), roles_.end(),
                                      [parent](const auto& entry) { return entry.first.first == parent; });
  if (delegator == roles_.end()) {
    return fail(Errc::conflict, "{}: its parent {} comes first", metadata_name(role), parent);
  }
  if (const auto& delegations = delegator->second.delegations) {
    if (const auto found = role_named(*delegations, role)) {
      return adopt_targets(role, parent, found->keys, delegations->keys, bytes, now);
    }
  }
  return fail(Errc::not_found, "{}: {} does not delegate to it", metadata_name(role), parent);
}

const Timestamp* TrustedSet::timestamp() const {
  return timestamp_adopted_ ? &*known_timestamp_ : nullptr;
}

const Snapshot* TrustedSet::snapshot() const {
  return snapshot_adopted_ ? &*known_snapshot_ : nullptr;
}

const Targets* TrustedSet::delegated(std::string_view role, std::string_view parent) const {
  const auto found = roles_.find({std::string(role), std::string(parent)});
  return found == roles_.end() ? nullptr : &found->second;
}

const MetaFile* TrustedSet::listed(std::string_view role) const {
  if (!snapshot_adopted_) return nullptr;
  const auto found = known_snapshot_->meta.find(std::string(role) + ".json");
  return found == known_snapshot_->meta.end() ? nullptr : &found->second;
}

TargetSearch TrustedSet::find_target(std::string_view path) const {
  struct Visit {
    std::string role;
    std::string parent;
  };
  std::vector<Visit> to_visit{{"targets", "root"}};  // the next to visit is the last
  std::set<std::string> visited;
  while (!to_visit.empty() && visited.size() <= kMaxDelegations) {
    const Visit visit = std::move(to_visit.back());
    to_visit.pop_back();
    if (!visited.insert(visit.role).second) continue;  // a cycle, or a role delegated to twice
    const Targets* targets = delegated(visit.role, visit.parent);
    if (targets == nullptr) {
      const MetaFile* meta = listed(visit.role);
      return RoleNeeded{visit.role, visit.parent, meta == nullptr ? MetaFile{} : *meta};
    }
    if (const auto found = targets->targets.find(path); found != targets->targets.end()) {
      return TargetFound{found->second, visit.role};
    }
    if (!targets->delegations) continue;
    const std::vector<DelegatedRole> children = roles_for(*targets->delegations, path);
    // 5.6.7.2.1: nothing that comes after a terminating delegation may speak about the path.
    if (!children.empty() && children.back().terminating) to_visit.clear();
    for (auto child = children.rbegin(); child != children.rend(); ++child) {
      to_visit.push_back({child->name, visit.role});
    }
  }
  return TargetAbsent{};
}

std::map<std::string, TargetFound, std::less<>> TrustedSet::targets_found() const {
  std::map<std::string, TargetFound, std::less<>> targets;
  for (const auto& [name, role] : roles_) {
    for (const auto& [path, file] : role.targets) {
      if (targets.contains(path)) continue;
      TargetSearch search = find_target(path);
      if (auto* found = std::get_if<TargetFound>(&search)) targets.emplace(path, std::move(*found));
    }
  }
  return targets;
}

}  // namespace conglang::tuf
