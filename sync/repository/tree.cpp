#include "sync/repository/tree.h"

#include <unistd.h>

#include <utility>

#include "content/base/file.h"
#include "content/base/file_steps.h"
#include "sync/tuf/limits.h"
#include "sync/tuf/names.h"

namespace conglang::repository {
namespace fs = std::filesystem;
namespace {

Result<std::string> read_metadata(const Tree& tree, const std::string& name, std::int64_t max_bytes) {
  return read_file(tree.metadata(name), static_cast<std::uintmax_t>(max_bytes));
}

Result<void> load_roots(const Tree& tree, tuf::TrustedSet& set, std::int64_t newest) {
  for (int rotation = 0; rotation < tuf::kMaxRootRotations; ++rotation) {
    if (set.root().version >= newest) return {};
    const std::string name = tuf::versioned_metadata_name("root", set.root().version + 1);
    auto bytes = read_metadata(tree, name, tuf::kMaxRootBytes);
    if (!bytes && bytes.error().code == Errc::not_found) return {};
    if (!bytes) return tl::unexpected<Error>(std::move(bytes).error());
    if (auto updated = set.update_root(*bytes); !updated) {
      return with_context(std::move(updated).error(), tree.metadata(name).string());
    }
  }
  return fail(Errc::too_large, "{}: there are more than {} new roots", tree.path().string(),
              tuf::kMaxRootRotations);
}

Result<std::string> read_listed(const Tree& tree, const tuf::TrustedSet& set, const std::string& role) {
  const tuf::MetaFile* meta = set.listed(role);
  if (meta == nullptr) return fail(Errc::not_found, "snapshot.json: does not list {}", role);
  return read_metadata(tree, tuf::versioned_metadata_name(role, meta->version), tuf::kMaxTargetsBytes);
}

// Every role that `parent` delegates to, and theirs. `depth` ends a cycle.
Result<void> load_delegated(const Tree& tree, tuf::TrustedSet& set, const std::string& parent,
                            const tuf::Targets& targets, Instant now, int depth) {
  if (!targets.delegations || depth == tuf::kMaxDelegations) return {};
  for (const tuf::DelegatedRole& role : targets.delegations->roles) {
    // A commune that has keys and has not published yet.
    if (set.delegated(role.name, parent) != nullptr || set.listed(role.name) == nullptr) continue;
    TRY(const std::string bytes, read_listed(tree, set, role.name));
    TRY_VOID(set.update_delegated_targets(role.name, parent, bytes, now));
    TRY_VOID(load_delegated(tree, set, role.name, *set.delegated(role.name, parent), now, depth + 1));
  }
  return {};
}

}  // namespace

fs::path Tree::blob(std::string_view path, std::string_view sha256) const {
  return folder_ / "targets" / tuf::hashed_target_path(path, sha256);
}

Result<tuf::TrustedSet> Tree::load(std::string_view root, Instant now, const LoadOptions& options) const {
  TRY(tuf::TrustedSet set, tuf::TrustedSet::create(root));
  TRY_VOID(load_roots(*this, set, options.newest_root));
  std::string stored;
  if (!options.timestamp) {
    TRY(stored, read_metadata(*this, "timestamp.json", tuf::kMaxTimestampBytes));
  }
  TRY_VOID(set.update_timestamp(options.timestamp.value_or(stored), now));
  const std::string name = tuf::versioned_metadata_name("snapshot", set.timestamp()->snapshot.version);
  TRY(const std::string snapshot, read_metadata(*this, name, tuf::kMaxSnapshotBytes));
  TRY_VOID(set.update_snapshot(snapshot, now));
  TRY(const std::string targets, read_listed(*this, set, "targets"));
  TRY_VOID(set.update_targets(targets, now));
  TRY_VOID(load_delegated(*this, set, "targets", *set.targets(), now, 0));
  return set;
}

std::int64_t Tree::next_version(std::string_view role, std::int64_t current) const {
  std::int64_t version = current + 1;
  while (fs::exists(fs::symlink_status(metadata(tuf::versioned_metadata_name(role, version))))) ++version;
  return version;
}

Result<void> Tree::write_metadata(std::string_view name, std::string_view bytes) const {
  return write_file_atomically(metadata(name), bytes);
}

Result<TreeLock> TreeLock::acquire(const Tree& tree) {
  TRY(auto file, lock_file(tree.path() / ".lock"));
  if (file) return TreeLock(file->release());
  return fail(Errc::conflict,
              "{}: another publish is under way; nothing was changed: wait for it, then try again",
              tree.path().string());
}

TreeLock::~TreeLock() {
  if (fd_ >= 0) ::close(fd_);
}

TreeLock::TreeLock(TreeLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

}  // namespace conglang::repository
