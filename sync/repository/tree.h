#pragma once
// A repository tree on disk: metadata/{N.root.json, N.targets.json, N.<role>.json, N.snapshot.json,
// timestamp.json} and targets/<folder>/<sha256>.<name>. Any web server, or none, can serve it. Only
// timestamp.json is ever replaced; every other file is written once, so that a reader of the old tree is
// never disturbed.

#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/tuf/trusted_set.h"

namespace conglang::repository {

inline constexpr std::uintmax_t kMaxTargetBytes = 512UL * 1024 * 1024;

/// For reading a tree that may be out of date: no file has expired at this instant.
inline constexpr Instant kIgnoreExpiry{};

struct LoadOptions {
  std::optional<std::string_view> timestamp =
      std::nullopt;  ///< in place of the one on disk, before it is there
  std::int64_t newest_root = std::numeric_limits<std::int64_t>::max();  ///< as if there were no later one
};

class Tree {
 public:
  explicit Tree(std::filesystem::path folder) : folder_(std::move(folder)) {}

  std::filesystem::path metadata(std::string_view name) const { return folder_ / "metadata" / name; }
  /// Where the blob of a target lies. Precondition: tuf::is_safe_target_path(path).
  std::filesystem::path blob(std::string_view path, std::string_view sha256) const;
  const std::filesystem::path& path() const { return folder_; }

  /// Reads and verifies the whole tree as a client would that trusts `root`: the newest root, timestamp,
  /// snapshot, targets and every delegated role that the snapshot lists. `timestamp`: used in place of the
  /// one on disk, before it is there. Errors: not_found, naming the file; TrustedSet's, naming the file.
  Result<tuf::TrustedSet> load(std::string_view root, Instant now, const LoadOptions& options = {}) const;

  /// The first version above `current` whose file is not there: one left over from an interrupted publish may
  /// have been seen, and is not written again.
  std::int64_t next_version(std::string_view role, std::int64_t current) const;

  Result<void> write_metadata(std::string_view name, std::string_view bytes) const;

 private:
  std::filesystem::path folder_;
};

/// Holds a tree for one publisher, from construction to destruction; a killed one's hold ends with it.
class TreeLock {
 public:
  /// Errors: conflict, when another publisher holds `tree`; io.
  static Result<TreeLock> acquire(const Tree& tree);

  ~TreeLock();
  TreeLock(TreeLock&& other) noexcept;
  TreeLock& operator=(TreeLock&&) = delete;

 private:
  explicit TreeLock(int fd) : fd_(fd) {}
  int fd_;
};

}  // namespace conglang::repository
