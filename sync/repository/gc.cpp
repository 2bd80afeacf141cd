#include "sync/repository/gc.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "content/base/file.h"
#include "content/base/file_steps.h"
#include "sync/repository/pending.h"
#include "sync/tuf/limits.h"
#include "sync/tuf/names.h"

namespace conglang::repository {
namespace fs = std::filesystem;
namespace {

using Kept = std::set<std::string, std::less<>>;  // relative to the tree

void keep_blobs(const tuf::Targets& role, Kept& kept) {
  for (const auto& [path, file] : role.targets) {
    if (!file.hashes.sha256.empty())
      kept.insert("targets/" + tuf::hashed_target_path(path, file.hashes.sha256));
    if (!file.hashes.sha512.empty())
      kept.insert("targets/" + tuf::hashed_target_path(path, file.hashes.sha512));
  }
}

Result<void> keep_role_file(const Tree& tree, const std::string& name, Kept& kept) {
  kept.insert("metadata/" + name);
  const auto bytes = read_file(tree.metadata(name), static_cast<std::uintmax_t>(tuf::kMaxTargetsBytes));
  if (!bytes && bytes.error().code == Errc::not_found) return {};  // collected before
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  TRY(const tuf::Metadata<tuf::Targets> role, tuf::parse_targets(*bytes));
  keep_blobs(role.content, kept);
  return {};
}

Result<void> keep_snapshot(const Tree& tree, const tuf::Snapshot& snapshot, Kept& kept) {
  kept.insert("metadata/" + tuf::versioned_metadata_name("snapshot", snapshot.version));
  for (const auto& [meta_name, file] : snapshot.meta) {
    const std::string role = meta_name.substr(0, meta_name.size() - std::string_view(".json").size());
    TRY_VOID(keep_role_file(tree, tuf::versioned_metadata_name(role, file.version), kept));
  }
  return {};
}

// The newest one older than the published: some versions were never published, or are gone.
Result<void> keep_snapshot_before(const Tree& tree, std::int64_t version, Kept& kept) {
  while (--version > 0) {
    const auto bytes = read_file(tree.metadata(tuf::versioned_metadata_name("snapshot", version)),
                                 static_cast<std::uintmax_t>(tuf::kMaxSnapshotBytes));
    if (!bytes) continue;
    TRY(const tuf::Metadata<tuf::Snapshot> snapshot, tuf::parse_snapshot(*bytes));
    return keep_snapshot(tree, snapshot.content, kept);
  }
  return {};
}

Result<Kept> kept_files(const Tree& tree, const tuf::TrustedSet& current) {
  Kept kept{"metadata/timestamp.json"};
  TRY_VOID(keep_snapshot(tree, *current.snapshot(), kept));
  TRY_VOID(keep_snapshot_before(tree, current.snapshot()->version, kept));
  TRY(const std::vector<std::string> waiting, list_pending(tree, current));
  for (const std::string& role : waiting) {
    TRY(const std::string bytes,
        read_file(pending_path(tree, role), static_cast<std::uintmax_t>(tuf::kMaxTargetsBytes)));
    TRY(const tuf::Metadata<tuf::Targets> change, tuf::parse_targets(bytes));
    keep_blobs(change.content, kept);
  }
  return kept;
}

bool is_root(std::string_view path) {
  return path.starts_with("metadata/") && path.ends_with(".root.json");
}

bool is_old(const fs::path& path, Instant now) {
  std::error_code error;
  const auto written = fs::last_write_time(path, error);
  if (error) return false;
  return std::chrono::file_clock::to_sys(written) < now - kGrace;
}

Result<Collected> list_garbage(const Tree& tree, const Kept& kept, Instant now) {
  Collected found;
  for (const char* folder : {"metadata", "targets"}) {
    TRY(const std::vector<std::string> files, list_files(tree.path() / folder));
    for (const std::string& file : files) {
      const std::string path = std::string(folder) + "/" + file;
      if (kept.contains(path) || is_root(path) || !is_old(tree.path() / path, now)) continue;
      std::error_code error;
      const auto size = fs::file_size(tree.path() / path, error);
      if (!error) found.bytes += size;
      found.files.push_back(path);
    }
  }
  std::ranges::sort(found.files);
  return found;
}

}  // namespace

Result<Collected> collect_garbage(const Tree& tree, const KeyFolder& keys, Instant now, Collect mode) {
  TRY(const TreeLock lock, TreeLock::acquire(tree));
  TRY(const std::string root, keys.trusted_root());
  TRY(const tuf::TrustedSet current, tree.load(root, kIgnoreExpiry));
  TRY(const Kept kept, kept_files(tree, current));
  TRY(Collected found, list_garbage(tree, kept, now));
  if (mode == Collect::count) return found;
  for (const std::string& path : found.files) {
    TRY_VOID(remove_file(tree.path() / path));
  }
  return found;
}

}  // namespace conglang::repository
