#include "sync/client/update.h"

#include <algorithm>

#include "sync/tuf/names.h"
#include "sync/tuf/path_pattern.h"

namespace conglang::client {
namespace {

bool is_wanted(const RefreshRequest& request, std::string_view path) {
  return std::ranges::any_of(request.wanted,
                             [path](std::string_view prefix) { return path.starts_with(prefix); });
}

std::string name_of(std::string_view path) {
  return "targets/" + std::string(path);
}

// A path that is no plain one could leave the folder or the URL it is put into. Whoever signed it loses that
// file, not everybody the update.
std::optional<Error> unusable(std::string_view path, const tuf::TargetFile& file) {
  if (!tuf::is_safe_target_path(path)) {
    return Error{Errc::forbidden, name_of(path) + ": its path is not plain ASCII below the repository"};
  }
  if (file.hashes.sha256.empty()) {
    return Error{Errc::invalid, name_of(path) + ": no SHA-256 was signed for it"};
  }
  if (file.length > kMaxTargetBytes) {
    return Error{Errc::too_large,
                 fmt::format("{}: is longer than the {} bytes allowed", name_of(path), kMaxTargetBytes)};
  }
  return std::nullopt;
}

std::int64_t total_of(const FileSet& files) {
  std::int64_t total = 0;
  for (const auto& entry : files) total += entry.second.length;
  return total;
}

// The files of the top-level role, or of all others.
enum class Signer { targets, delegated };

void choose(const tuf::TrustedSet& trusted, const RefreshRequest& request, Signer signer, Update& chosen) {
  std::int64_t total = total_of(chosen.files);
  for (const auto& [path, found] : trusted.targets_found()) {
    if (!is_wanted(request, path) || (found.role == "targets") != (signer == Signer::targets)) continue;
    auto why = unusable(path, found.file);
    // What a commune signs must not leave the nation's content without room.
    if (!why && signer == Signer::delegated && total + found.file.length > kMaxContentBytes) {
      why = Error{Errc::too_large, fmt::format("{}: all files together would be more than the {} bytes allowed",
                                               name_of(path), kMaxContentBytes)};
    }
    if (why) {
      chosen.not_used.push_back({name_of(path), std::move(*why)});
      continue;
    }
    tuf::TargetFile file = found.file;
    file.hashes.sha512.clear();
    file.custom.clear();
    total += file.length;
    chosen.files.emplace(path, std::move(file));
  }
}

// "Expired metadata stops the accepting of new content, never the showing of what is active."
void keep_active(const std::vector<BrokenRole>& broken, const RefreshRequest& request, const FileSet& active,
                 Update& chosen) {
  for (const BrokenRole& role : broken) {
    chosen.not_used.push_back({"metadata/" + tuf::metadata_name(role.role.name), role.error});
    for (const auto& [path, file] : active) {
      if (is_wanted(request, path) && tuf::covers(role.role, path)) chosen.files.emplace(path, file);
    }
  }
}

Result<void> check_total(const FileSet& files) {
  const std::int64_t total = total_of(files);
  if (total <= kMaxContentBytes) return {};
  return fail(Errc::too_large, "targets: all files together are {} bytes, more than the {} allowed", total,
              kMaxContentBytes);
}

}  // namespace

Result<Update> update(const RefreshRequest& request, Fetcher& fetcher, const MetadataStore& metadata,
                      const BlobStore& blobs, const FileSet& active, std::string& timestamp_tag) {
  TRY(const Refreshed refreshed, refresh(request, fetcher, metadata, timestamp_tag));
  Update result;
  result.timestamp_expires = refreshed.trusted.timestamp()->expires;
  choose(refreshed.trusted, request, Signer::targets, result);
  choose(refreshed.trusted, request, Signer::delegated, result);
  keep_active(refreshed.broken, request, active, result);
  TRY_VOID(check_total(result.files));
  for (const auto& [path, file] : result.files) {
    if (blobs.has(file)) continue;
    const std::string source = refreshed.trusted.root().consistent_snapshot
                                   ? tuf::hashed_target_path(path, file.hashes.sha256)
                                   : path;
    TRY_VOID(blobs.fetch(fetcher, "targets/" + source, name_of(path), file));
    ++result.fetched;
  }
  return result;
}

}  // namespace conglang::client
