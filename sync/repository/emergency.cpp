#include "sync/repository/emergency.h"

#include <string>
#include <utility>

#include "sync/repository/pending.h"
#include "sync/repository/province_roles.h"
#include "sync/repository/stage.h"
#include "sync/repository/turn.h"

namespace conglang::repository {

Result<Published> publish_emergency(const Tree& tree, const KeyFolder& keys, std::string_view screen,
                                    Instant now) {
  const std::string role(kEmergencyRole);
  const std::string path(kEmergencyFile);
  TRY(const TreeLock lock, TreeLock::acquire(tree));
  TRY(const std::string root, keys.trusted_root());
  TRY(const tuf::TrustedSet current, tree.load(root, kIgnoreExpiry));
  const Turn turn{tree, keys, root, current, now};
  const tuf::Targets* before = current.delegated(role, "targets");
  tuf::Targets content = before == nullptr ? tuf::Targets{} : *before;
  Published report;
  (content.targets.contains(path) ? report.changed : report.added).push_back(path);
  TRY(tuf::TargetFile file, stage(tree, path, screen));
  content.targets.insert_or_assign(path, std::move(file));
  TRY(SignedRole change, sign_next(turn, role, std::move(content)));
  report.timestamp = current.timestamp()->version;
  if (!change.complete() && change.signers > 0) {
    TRY_VOID(store_pending(tree, role, change));
    report.waiting.push_back({role, change.signers, change.threshold});
    return report;
  }
  std::map<std::string, SignedRole> roles;
  roles.emplace(role, std::move(change));
  TRY(report.timestamp, turn_content(turn, roles));
  return report;
}

}  // namespace conglang::repository
