#include "sync/repository/publish.h"

#include <map>
#include <utility>

#include "content/base/file.h"
#include "sync/repository/bundle_files.h"
#include "sync/repository/lifetimes.h"
#include "sync/repository/turn.h"

namespace conglang::repository {
namespace fs = std::filesystem;
namespace {

using TargetFiles = std::map<std::string, tuf::TargetFile, std::less<>>;

// Makes `folder` inside `tree`, its name durable at every level.
Result<void> make_durable_folder(const Tree& tree, fs::path folder) {
  if (fs::is_directory(folder)) return {};
  TRY_VOID(make_folders(folder));
  while (folder != tree.path() && folder.has_relative_path()) {
    folder = folder.parent_path();
    TRY_VOID(sync_folder(folder));
  }
  return {};
}

// Puts one file's bytes where its hash says, unless they are there, whole, already.
Result<tuf::TargetFile> stage(const Tree& tree, const fs::path& bundle, const std::string& path) {
  TRY(const std::string bytes, read_file(bundle / path, kMaxTargetBytes));
  tuf::TargetFile file;
  file.length = static_cast<std::int64_t>(bytes.size());
  file.hashes.sha256 = tuf::sha256_hex(bytes);
  const fs::path blob = tree.blob(path, file.hashes.sha256);
  if (const auto stored = read_file(blob, kMaxTargetBytes); stored && *stored == bytes) return file;
  TRY_VOID(make_durable_folder(tree, blob.parent_path()));
  TRY_VOID(write_file_atomically(blob, bytes));
  return file;
}

// The role's new files: those whose bytes are as before keep all that was said of them.
Result<TargetFiles> stage_role(const Tree& tree, const fs::path& bundle,
                               const std::vector<std::string>& paths, const TargetFiles& before,
                               Published& report, const std::function<void()>& after_file) {
  TargetFiles files;
  for (const std::string& path : paths) {
    TRY(tuf::TargetFile file, stage(tree, bundle, path));
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
  std::map<std::string, tuf::Targets> signed_again;
  for (const auto& [role, paths] : files) {
    const tuf::Targets* before = content_of(current, role);
    if (before == nullptr) return fail(Errc::not_found, "{}: this repository has no such role", role);
    tuf::Targets next = *before;
    TRY(next.targets, stage_role(tree, bundle, paths, before->targets, report, after_file));
    const bool same = next.targets == before->targets;
    const bool old = before->expires - now < kTargetsLifetime / 2;
    if (same && old) report.renewed.push_back(role);
    if (!same || old) signed_again.emplace(role, std::move(next));
  }
  if (signed_again.empty()) return report;
  TRY(report.timestamp, turn_content({tree, keys, root, current, now}, std::move(signed_again)));
  return report;
}

}  // namespace conglang::repository
