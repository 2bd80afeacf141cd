#include "sync/repository/publish.h"

#include <map>
#include <utility>

#include "content/base/file.h"
#include "sync/repository/bundle_files.h"
#include "sync/repository/lifetimes.h"
#include "sync/repository/pending.h"
#include "sync/repository/stage.h"
#include "sync/repository/turn.h"

namespace conglang::repository {
namespace fs = std::filesystem;
namespace {

using TargetFiles = std::map<std::string, tuf::TargetFile, std::less<>>;

// The role's new files: those whose bytes are as before keep all that was said of them.
Result<TargetFiles> stage_role(const Tree& tree, const fs::path& bundle,
                               const std::vector<std::string>& paths, const TargetFiles& before,
                               Published& report, const std::function<void()>& after_file) {
  TargetFiles files;
  for (const std::string& path : paths) {
    TRY(const std::string bytes, read_file(bundle / path, kMaxTargetBytes));
    TRY(tuf::TargetFile file, stage(tree, path, bytes));
    const auto old = before.find(path);
    const bool same = old != before.end() && old->second.hashes.sha256 == file.hashes.sha256;
    if (old == before.end()) report.added.push_back(path);
    if (old != before.end() && !same) report.changed.push_back(path);
    files.emplace(path, same ? old->second : std::move(file));
    if (after_file) after_file();
  }
  for (const auto& [path, file] : before) {
    if (!files.contains(path)) report.removed.push_back(path);
  }
  return files;
}

// Signed by too few it waits. Signed by nobody who counts it goes on, to be refused as clients would.
Result<void> sign_or_wait(const Turn& turn, const std::string& role, tuf::Targets content,
                          std::map<std::string, SignedRole>& complete, Published& report) {
  TRY(SignedRole file, sign_next(turn, role, std::move(content)));
  if (!file.complete() && file.signers > 0) {
    TRY_VOID(store_pending(turn.tree, role, file));
    report.waiting.push_back({role, file.signers, file.threshold});
  } else {
    complete.emplace(role, std::move(file));
  }
  return {};
}

const tuf::Targets* content_of(const tuf::TrustedSet& set, const std::string& role) {
  return role == "targets" ? set.targets() : set.delegated(role, "targets");
}

}  // namespace

Result<Published> publish(const Tree& tree, const KeyFolder& keys, const fs::path& bundle, Instant now,
                          const std::function<void()>& after_file) {
  TRY(const TreeLock lock, TreeLock::acquire(tree));
  TRY(const std::string root, keys.trusted_root());
  TRY(const tuf::TrustedSet current, tree.load(root, kIgnoreExpiry));
  TRY(const BundleFiles files, list_bundle(bundle, *current.targets()));

  Published report;
  report.timestamp = current.timestamp()->version;
  const Turn turn{tree, keys, root, current, now};
  std::map<std::string, SignedRole> signed_again;
  for (const auto& [role, paths] : files) {
    const tuf::Targets* before = content_of(current, role);
    if (before == nullptr) return fail(Errc::not_found, "{}: this repository has no such role", role);
    tuf::Targets next = *before;
    TRY(next.targets, stage_role(tree, bundle, paths, before->targets, report, after_file));
    const bool same = next.targets == before->targets;
    const bool old = before->expires - now < kTargetsLifetime / 2;
    if (same && old) report.renewed.push_back(role);
    if (!same || old) TRY_VOID(sign_or_wait(turn, role, std::move(next), signed_again, report));
  }
  if (signed_again.empty()) return report;
  TRY(report.timestamp, turn_content(turn, signed_again));
  return report;
}

}  // namespace conglang::repository
