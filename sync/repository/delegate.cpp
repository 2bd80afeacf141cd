#include "sync/repository/delegate.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "content/base/file.h"
#include "sync/repository/lifetimes.h"
#include "sync/repository/pending.h"
#include "sync/repository/province_roles.h"
#include "sync/repository/turn.h"
#include "sync/tuf/limits.h"
#include "sync/tuf/names.h"

namespace conglang::repository {
namespace {

using Roles = std::map<std::string, SignedRole>;

Result<Authority> authority_of(const Delegation& delegation) {
  Authority authority;
  authority.role.threshold = delegation.threshold;
  std::set<std::string> values;
  for (const tuf::PublicKey& key : delegation.keys) {
    if (!key.unusable().empty()) return fail(Errc::bad_usage, "key {}: {}", key.id(), key.unusable());
    if (!values.insert(key.value()).second) continue;
    authority.role.key_ids.push_back(key.id());
    authority.keys.emplace(key.id(), key);
  }
  const auto count = static_cast<std::int64_t>(values.size());
  if (delegation.threshold >= 1 && delegation.threshold <= count) return authority;
  return fail(Errc::bad_usage,
              "{}: {} different keys cannot reach a threshold of {}; it is 1 to the number of keys",
              delegation.name, count, delegation.threshold);
}

tuf::Targets with_role(const tuf::Targets& before, tuf::DelegatedRole role, const Authority& authority) {
  tuf::Targets targets = before;
  if (!targets.delegations) targets.delegations.emplace();
  role.keys = authority.role;
  put_role(*targets.delegations, std::move(role), authority.keys);
  return targets;
}

// The role's next file, where keys at hand can make one: empty, for a role that is new.
Result<void> add_first_file(const Turn& turn, const std::string& role, const Authority& authority,
                            Roles& roles) {
  tuf::Targets empty;
  empty.version = turn.tree.next_version(role, 0);
  empty.expires = turn.now + kTargetsLifetime;
  auto file = sign_role(role, empty, authority, turn.keys);
  if (!file && file.error().code != Errc::not_found) return tl::unexpected<Error>(std::move(file).error());
  if (file && file->complete()) roles.emplace(role, std::move(*file));
  return {};
}

// What the role published stays good under its new keys, or a change that waits takes its place.
Result<void> keep_content_good(const Turn& turn, const std::string& role, const Authority& authority,
                               Roles& roles) {
  const auto& version = turn.current.listed(role)->version;
  TRY(std::string bytes, read_file(turn.tree.metadata(tuf::versioned_metadata_name(role, version)),
                                   static_cast<std::uintmax_t>(tuf::kMaxTargetsBytes)));
  TRY(const SignedRole published, read_role(std::move(bytes), authority));
  if (published.complete()) return {};
  if (auto waiting = load_pending(turn.tree, role, turn.current)) {
    TRY(SignedRole change, read_role(std::move(waiting->bytes), authority));
    if (change.complete()) {
      roles.emplace(role, std::move(change));
      return {};
    }
  }
  return fail(Errc::bad_signature,
              "{}: its content is signed by {} of the new keys, {} must: have them sign it first "
              "(`conglang sign --again`), then delegate",
              role, published.signers, authority.role.threshold);
}

Result<Delegated> turn_or_wait(const Turn& turn, Delegated report, SignedRole targets, Roles roles) {
  report.signers = targets.signers;
  report.threshold = targets.threshold;
  if (!targets.complete() && targets.signers > 0) {
    TRY_VOID(store_pending(turn.tree, "targets", targets));
    return report;
  }
  const bool replaced = roles.contains(report.role);
  roles.emplace("targets", std::move(targets));
  TRY(report.timestamp, turn_content(turn, roles));
  if (replaced) TRY_VOID(drop_pending(turn.tree, report.role));
  return report;
}

}  // namespace

Result<Delegated> delegate(const Tree& tree, const KeyFolder& keys, const Delegation& delegation,
                           Instant now) {
  TRY(const Authority authority, authority_of(delegation));
  TRY(tuf::DelegatedRole role, role_named(delegation.name));
  TRY(const TreeLock lock, TreeLock::acquire(tree));
  TRY(const std::string root, keys.trusted_root());
  TRY(const tuf::TrustedSet current, tree.load(root, kIgnoreExpiry));
  const Turn turn{tree, keys, root, current, now};
  Delegated report;
  report.role = role.name;
  report.is_new = current.listed(role.name) == nullptr;
  Roles roles;
  if (report.is_new) {
    TRY_VOID(add_first_file(turn, role.name, authority, roles));
  } else {
    TRY_VOID(keep_content_good(turn, role.name, authority, roles));
  }
  TRY(SignedRole targets,
      sign_next(turn, "targets", with_role(*current.targets(), std::move(role), authority)));
  return turn_or_wait(turn, std::move(report), std::move(targets), std::move(roles));
}

}  // namespace conglang::repository
