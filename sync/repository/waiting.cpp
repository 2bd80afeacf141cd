#include "sync/repository/waiting.h"

#include <algorithm>
#include <utility>

#include "content/base/file.h"
#include "sync/repository/pending.h"
#include "sync/tuf/names.h"

namespace conglang::repository {
namespace {

bool has_key(const KeyFolder& keys, std::string_view role) {
  const auto entries = keys.list();
  return entries && std::ranges::find(*entries, role, &KeyFolder::Entry::role) != entries->end();
}

}  // namespace

const tuf::Targets* content_of(const tuf::TrustedSet& set, std::string_view role) {
  return role == "targets" ? set.targets() : set.delegated(role, "targets");
}

TargetFiles files_now(const tuf::TrustedSet& set, std::string_view role) {
  const tuf::Targets* content = content_of(set, role);
  return content == nullptr ? TargetFiles{} : content->targets;
}

Signed report_of(const tuf::TrustedSet& current, std::string_view role, const SignedRole& change) {
  return {std::string(role),
          change.content.version,
          change.signers,
          change.threshold,
          compare_files(files_now(current, role), change.content.targets),
          std::nullopt};
}

Result<void> check_blobs(const Turn& turn, std::string_view role, const tuf::Targets& content) {
  const TargetFiles before = files_now(turn.current, role);
  for (const auto& [path, file] : content.targets) {
    if (const auto old = before.find(path); old != before.end() && old->second == file) continue;
    if (!tuf::is_safe_target_path(path))
      return fail(Errc::forbidden, "{}: is no path of this program's", path);
    const auto blob = turn.tree.blob(path, file.hashes.sha256);
    TRY(const std::string bytes, read_file(blob, kMaxTargetBytes));
    TRY_VOID(tuf::check_file(blob.string(), bytes, file.length, file.hashes));
  }
  return {};
}

Result<Signed> finish(const Turn& turn, std::string_view role, SignedRole change) {
  Signed report = report_of(turn.current, role, change);
  TRY_VOID(store_pending(turn.tree, role, change));
  if (!change.complete() || !has_key(turn.keys, "snapshot") || !has_key(turn.keys, "timestamp"))
    return report;
  std::map<std::string, SignedRole> roles;
  roles.emplace(role, std::move(change));
  TRY(report.timestamp, turn_content(turn, roles));
  TRY_VOID(drop_pending(turn.tree, role));
  return report;
}

}  // namespace conglang::repository
