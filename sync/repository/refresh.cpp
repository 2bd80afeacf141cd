#include "sync/repository/refresh.h"

#include <algorithm>

#include "sync/repository/lifetimes.h"
#include "sync/repository/turn.h"

namespace conglang::repository {
namespace {

// Less than a day, so that a daily timer that runs a little early still renews.
constexpr std::chrono::hours kTimestampRest{12};

std::vector<Expiring> expiring_roles(const tuf::TrustedSet& set, Instant now) {
  std::vector<Expiring> roles;
  const auto add = [&](const std::string& role, Instant expires, std::chrono::days lifetime) {
    if (expires - now < lifetime / 2) roles.push_back({role, expires});
  };
  add("root", set.root().expires, kRootLifetime);
  add("targets", set.targets()->expires, kTargetsLifetime);
  if (set.targets()->delegations) {
    for (const tuf::DelegatedRole& role : set.targets()->delegations->roles) {
      const tuf::Targets* content = set.delegated(role.name, "targets");
      if (content != nullptr) add(role.name, content->expires, kTargetsLifetime);
    }
  }
  std::sort(roles.begin(), roles.end(),
            [](const Expiring& a, const Expiring& b) { return a.expires < b.expires; });
  return roles;
}

}  // namespace

Result<Refreshed> refresh(const Tree& tree, const KeyFolder& keys, Instant now) {
  TRY(const TreeLock lock, TreeLock::acquire(tree));
  TRY(const std::string root, keys.trusted_root());
  TRY(const tuf::TrustedSet current, tree.load(root, kIgnoreExpiry));
  const Turn turn{tree, keys, root, current, now};
  Refreshed report;
  report.timestamp_expires = current.timestamp()->expires;
  report.expiring = expiring_roles(current, now);
  report.snapshot = current.snapshot()->expires - now < kSnapshotLifetime / 2;
  report.timestamp =
      report.snapshot || current.timestamp()->expires - now < kTimestampLifetime - kTimestampRest;
  if (!report.timestamp) return report;
  if (report.snapshot) {
    TRY_VOID(turn_content(turn, {}));
  } else {
    TRY_VOID(turn_timestamp(turn));
  }
  report.timestamp_expires = now + kTimestampLifetime;
  return report;
}

}  // namespace conglang::repository
