#pragma once
// What two states of signed content say differently.

#include <map>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "sync/repository/tree.h"
#include "sync/tuf/metadata.h"

namespace conglang::repository {

using TargetFiles = std::map<std::string, tuf::TargetFile, std::less<>>;

/// Target paths, each list sorted.
struct FileChanges {
  std::vector<std::string> added;
  std::vector<std::string> changed;
  std::vector<std::string> removed;

  bool operator==(const FileChanges&) const = default;
};

FileChanges compare_files(const TargetFiles& before, const TargetFiles& after);

/// A role whose signers or threshold differ, or that only one side has.
struct KeyChange {
  std::string role;
  std::vector<std::string> keys_before;  ///< ids, sorted; empty: no such role
  std::vector<std::string> keys_after;
  std::int64_t threshold_before = 0;
  std::int64_t threshold_after = 0;

  bool operator==(const KeyChange&) const = default;
};

struct TreeDifference {
  FileChanges files;
  std::vector<KeyChange> keys;  ///< by role

  bool operator==(const TreeDifference&) const = default;
};

/// Compares what clients that trust `root_before` and `root_after` would find in the two trees. Expiry does
/// not matter. Errors: Tree::load's.
Result<TreeDifference> compare_trees(const Tree& before, std::string_view root_before, const Tree& after,
                                     std::string_view root_after);

}  // namespace conglang::repository
