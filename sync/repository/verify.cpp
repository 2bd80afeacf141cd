#include "sync/repository/verify.h"

#include "content/base/file.h"
#include "sync/tuf/names.h"

namespace conglang::repository {
namespace {

Result<void> verify_target(const Tree& tree, const std::string& path, const tuf::TargetFile& file) {
  if (!tuf::is_safe_target_path(path)) return fail(Errc::forbidden, "{}: is no path of this program's", path);
  const auto blob = tree.blob(path, file.hashes.sha256.empty() ? file.hashes.sha512 : file.hashes.sha256);
  TRY(const std::string bytes, read_file(blob, kMaxTargetBytes));
  return tuf::check_file(blob.string(), bytes, file.length, file.hashes);
}

}  // namespace

Result<Verified> verify_tree(const Tree& tree, std::string_view root, Instant now,
                             const std::function<void()>& after_file) {
  TRY(const tuf::TrustedSet set, tree.load(root, now));
  Verified report;
  for (const auto& [path, target] : set.targets_found()) {
    ++report.targets;
    if (auto good = verify_target(tree, path, target.file); !good) {
      report.bad_targets.push_back(std::move(good).error());
    }
    if (after_file) after_file();
  }
  return report;
}

}  // namespace conglang::repository
