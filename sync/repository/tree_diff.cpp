#include "sync/repository/tree_diff.h"

#include <algorithm>
#include <set>
#include <utility>

namespace conglang::repository {
namespace {

using Signers = std::map<std::string, tuf::RoleKeys>;

TargetFiles files_of(const tuf::TrustedSet& set) {
  TargetFiles files;
  for (const auto& [path, found] : set.targets_found()) files.emplace(path, found.file);
  return files;
}

Signers signers_of(const tuf::TrustedSet& set) {
  Signers signers(set.root().roles.begin(), set.root().roles.end());
  if (set.targets()->delegations) {
    for (const auto& role : set.targets()->delegations->roles) signers.emplace(role.name, role.keys);
  }
  for (auto& entry : signers) std::ranges::sort(entry.second.key_ids);
  return signers;
}

std::vector<KeyChange> compare_signers(const Signers& before, const Signers& after) {
  std::set<std::string> roles;
  for (const auto& entry : before) roles.insert(entry.first);
  for (const auto& entry : after) roles.insert(entry.first);
  std::vector<KeyChange> changes;
  const auto keys_in = [](const Signers& signers, const std::string& role) {
    const auto found = signers.find(role);
    return found == signers.end() ? tuf::RoleKeys{{}, 0} : found->second;
  };
  for (const std::string& role : roles) {
    tuf::RoleKeys old_keys = keys_in(before, role);
    tuf::RoleKeys new_keys = keys_in(after, role);
    if (old_keys == new_keys) continue;
    changes.push_back({role, std::move(old_keys.key_ids), std::move(new_keys.key_ids), old_keys.threshold,
                       new_keys.threshold});
  }
  return changes;
}

}  // namespace

FileChanges compare_files(const TargetFiles& before, const TargetFiles& after) {
  FileChanges changes;
  for (const auto& [path, file] : after) {
    const auto old = before.find(path);
    if (old == before.end()) changes.added.push_back(path);
    if (old != before.end() && old->second != file) changes.changed.push_back(path);
  }
  for (const auto& [path, file] : before) {
    if (!after.contains(path)) changes.removed.push_back(path);
  }
  return changes;
}

Result<TreeDifference> compare_trees(const Tree& before, std::string_view root_before, const Tree& after,
                                     std::string_view root_after) {
  TRY(const tuf::TrustedSet old_set, before.load(root_before, kIgnoreExpiry));
  TRY(const tuf::TrustedSet new_set, after.load(root_after, kIgnoreExpiry));
  return TreeDifference{compare_files(files_of(old_set), files_of(new_set)),
                        compare_signers(signers_of(old_set), signers_of(new_set))};
}

}  // namespace conglang::repository
