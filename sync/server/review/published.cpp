#include "sync/server/review/published.h"

#include <algorithm>
#include <set>
#include <utility>

#include "content/base/file.h"
#include "content/publish/bundle_check.h"
#include "content/publish/bundle_folder.h"
#include "sync/tuf/limits.h"
#include "sync/tuf/names.h"

namespace conglang::server {
namespace {

constexpr std::string_view kCommunes = "communes/";
constexpr std::string_view kRolePrefix = "commune-";
constexpr std::size_t kKept = 16;  ///< communes at a time

bool is_shared(std::string_view path) {
  return path.starts_with("national/") || path.starts_with("provinces/");
}

Result<std::string> read_blob(const repository::Tree& tree, const std::string& path,
                              const tuf::TargetFile& file) {
  if (!tuf::is_safe_target_path(path)) return fail(Errc::forbidden, "{}: is no path of this program's", path);
  const auto blob = tree.blob(path, file.hashes.name());
  TRY(std::string bytes, read_file(blob, repository::kMaxTargetBytes));
  TRY_VOID(tuf::check_file(blob.string(), bytes, file.length, file.hashes));
  return bytes;
}

// Days make warnings at most, so that no day is needed to tell errors.
void note_errors(Published& published) {
  published.above = publish::shelf_above_commune(published.files, published.commune, Date{});
  for (const guide::Finding& one :
       publish::check_commune(published.files, published.commune, published.above, Date{})) {
    if (one.severity == guide::Severity::error) published.errors.insert(error_key(one));
  }
}

}  // namespace

std::string error_key(const guide::Finding& finding) {
  return fmt::format("{} {} {}", finding.path, finding.pointer, finding.rule);
}

const std::string* Published::find(std::string_view path) const {
  const auto found = files.find(path);
  return found == files.end() ? nullptr : &found->second;
}

std::string Published::hash_of(std::string_view path) const {
  const auto found = hashes.find(path);
  return found == hashes.end() ? std::string() : found->second;
}

PublishedContent::PublishedContent(repository::Tree tree, const repository::KeyFolder& keys,
                                   std::filesystem::path fallback)
    : tree_(std::move(tree)), keys_(keys), fallback_(std::move(fallback)) {}

Result<PublishedNow> PublishedContent::of(const std::string& commune) {
  if (!guide::is_area_code(commune)) return fail(Errc::invalid, "\"{}\" is no commune's code", commune);
  const std::lock_guard lock(mutex_);
  TRY(std::string timestamp,
      read_file(tree_.metadata("timestamp.json"), static_cast<std::uintmax_t>(tuf::kMaxTimestampBytes)));
  if (timestamp != timestamp_ || kept_.size() > kKept) kept_.clear();
  timestamp_ = std::move(timestamp);
  if (const auto found = kept_.find(commune); found != kept_.end()) return found->second;
  TRY(Published published, read(commune));
  PublishedNow now = std::make_shared<const Published>(std::move(published));
  kept_.emplace(commune, now);
  return now;
}

Result<Published> PublishedContent::read(const std::string& commune) const {
  TRY(const std::string root, keys_.trusted_root());
  TRY(const tuf::TrustedSet set, tree_.load(root, repository::kIgnoreExpiry));
  Published published;
  published.timestamp = set.timestamp()->version;
  published.commune = commune;
  if (const tuf::MetaFile* listed = set.listed(std::string(kRolePrefix) + commune))
    published.role_version = listed->version;
  const std::string own = fmt::format("{}{}/", kCommunes, commune);
  bool has_nation = false;
  for (const auto& [path, found] : set.targets_found()) {
    if (!is_shared(path) && !path.starts_with(own)) continue;
    TRY(published.files[path], read_blob(tree_, path, found.file));
    published.hashes[path] = found.file.hashes.name();
    has_nation = has_nation || path.starts_with("national/");
  }
  if (!has_nation && !fallback_.empty()) {
    TRY(guide::Files folder, publish::read_source(fallback_));
    for (auto& [path, bytes] : folder) {
      if (is_shared(path)) published.files.emplace(path, std::move(bytes));
    }
  }
  note_errors(published);
  return published;
}

Result<std::int64_t> PublishedContent::timestamp() const {
  TRY(const std::string root, keys_.trusted_root());
  TRY(const tuf::TrustedSet set, tree_.load(root, repository::kIgnoreExpiry));
  return set.timestamp()->version;
}

Result<tuf::Targets> PublishedContent::role_in(const std::string& commune, std::int64_t version) const {
  if (!guide::is_area_code(commune) || version < 1)
    return fail(Errc::not_found, "there is no version {} of \"{}\"", version, commune);
  const auto name = tuf::versioned_metadata_name(std::string(kRolePrefix) + commune, version);
  TRY(const std::string bytes,
      read_file(tree_.metadata(name), static_cast<std::uintmax_t>(tuf::kMaxTargetsBytes)));
  TRY(auto role, tuf::parse_targets(bytes));
  if (role.content.version != version) return fail(Errc::invalid, "{}: says it is another version", name);
  return std::move(role.content);
}

Result<std::string> PublishedContent::file_in(const std::string& commune, std::int64_t version,
                                              const std::string& path) const {
  TRY(const tuf::Targets role, role_in(commune, version));
  const auto file = role.targets.find(path);
  if (file == role.targets.end()) return fail(Errc::not_found, "{}: is not in version {}", path, version);
  return read_blob(tree_, path, file->second);
}

Result<std::vector<std::string>> PublishedContent::communes() const {
  TRY(const std::string root, keys_.trusted_root());
  TRY(const tuf::TrustedSet set, tree_.load(root, repository::kIgnoreExpiry));
  std::set<std::string> codes;
  const auto add = [&codes](std::string_view code) {
    if (guide::is_area_code(code)) codes.emplace(code);
  };
  if (set.targets()->delegations) {
    for (const tuf::DelegatedRole& role : set.targets()->delegations->roles) {
      if (role.name.starts_with(kRolePrefix)) add(std::string_view(role.name).substr(kRolePrefix.size()));
    }
  }
  for (const auto& entry : set.targets_found()) {
    if (!entry.first.starts_with(kCommunes)) continue;
    const std::string_view rest = std::string_view(entry.first).substr(kCommunes.size());
    add(rest.substr(0, rest.find('/')));
  }
  return std::vector<std::string>(codes.begin(), codes.end());
}

}  // namespace conglang::server
