#include "sync/client/update.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "sync/client/rollout.h"
#include "sync/tuf/names.h"
#include "sync/tuf/path_pattern.h"

namespace conglang::client {
namespace {

std::string name_of(std::string_view path) {
  return "targets/" + std::string(path);
}

// A path that is no plain one could leave the folder or the URL it is put into. Whoever signed it loses that
// file, not everybody the update.
std::optional<Error> unusable(std::string_view path, const tuf::TargetFile& file) {
  if (!tuf::is_safe_target_path(path)) {
    return Error{Errc::forbidden, name_of(path) + ": its path is not plain ASCII below the repository"};
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

// In the order in which they are given room: what a commune signs must leave the nation's content and an
// emergency theirs.
enum class Share { top_level, emergency, delegated };

Share share_of(std::string_view path, const tuf::TargetFound& found) {
  if (path.starts_with(kEmergencyPrefix)) return Share::emergency;
  return found.role == "targets" ? Share::top_level : Share::delegated;
}

class Choice {
 public:
  Choice(const UpdateRequest& request, const FileSet& active, Update& chosen)
      : request_(request), active_(active), chosen_(chosen) {}

  void add(const tuf::TrustedSet& trusted) {
    const auto found = trusted.targets_found();
    for (const Share share : {Share::top_level, Share::emergency, Share::delegated}) {
      for (const auto& [path, target] : found) {
        if (is_wanted(path) && share_of(path, target) == share) consider(path, target.file, share);
      }
    }
  }

  // "Expired metadata stops the accepting of new content, never the showing of what is active."
  void keep_what_is_active(const std::vector<BrokenRole>& broken) {
    for (const BrokenRole& role : broken) {
      chosen_.not_used.push_back({"metadata/" + tuf::metadata_name(role.role.name), role.error});
      for (const auto& [path, file] : active_) {
        if (is_wanted(path) && tuf::covers(role.role, path)) chosen_.files.emplace(path, file);
      }
    }
  }

 private:
  bool is_wanted(std::string_view path) const {
    return std::ranges::any_of(request_.metadata.wanted,
                               [path](std::string_view prefix) { return path.starts_with(prefix); }) &&
           (!request_.owns || request_.owns(path));
  }

  void consider(const std::string& path, tuf::TargetFile file, Share share) {
    if (auto why = unusable(path, file)) return leave_out(path, std::move(*why));
    const auto turn = share == Share::emergency ? Turn::now : turn_of(file.custom, request_.machine);
    file.custom.clear();
    if (!turn) {
      chosen_.not_used.push_back({name_of(path), turn.error()});
      return keep(path);
    }
    if (*turn == Turn::later && !active_.empty() && !is_active(path, file)) {
      chosen_.held_back.push_back(path);
      return keep(path);
    }
    if (share == Share::delegated && total_ + file.length > request_.room) {
      return leave_out(path, {Errc::too_large,
                              fmt::format("{}: all files together would be more than the {} bytes allowed",
                                          name_of(path), request_.room)});
    }
    take(path, std::move(file));
  }

  bool is_active(const std::string& path, const tuf::TargetFile& file) const {
    const auto found = active_.find(path);
    return found != active_.end() && found->second == file;
  }
  void keep(const std::string& path) {
    if (const auto found = active_.find(path); found != active_.end()) take(path, found->second);
  }
  void take(const std::string& path, tuf::TargetFile file) {
    total_ += file.length;
    chosen_.files.emplace(path, std::move(file));
  }
  void leave_out(const std::string& path, Error why) {
    chosen_.not_used.push_back({name_of(path), std::move(why)});
  }

  const UpdateRequest& request_;
  const FileSet& active_;
  Update& chosen_;
  std::int64_t total_ = 0;
};

Result<void> check_total(const FileSet& files, std::int64_t room) {
  const std::int64_t total = total_of(files);
  if (total <= room) return {};
  return fail(Errc::too_large, "targets: all files together are {} bytes, more than the {} allowed", total,
              room);
}

// Puts what is active in the place of media that are still to be fetched.
void defer_media(const BlobStore& blobs, const FileSet& active, Update& chosen) {
  for (const auto& [path, file] : chosen.files) {
    if (is_media(path) && !blobs.has(file)) chosen.deferred.push_back(path);
  }
  for (const std::string& path : chosen.deferred) {
    const auto before = active.find(path);
    if (before != active.end() && blobs.has(before->second)) {
      chosen.files.insert_or_assign(path, before->second);
    } else {
      chosen.files.erase(path);
    }
  }
}

// What must not wait comes first, what costs most last.
int rank_of(std::string_view path) {
  if (path.starts_with(kEmergencyPrefix)) return 0;
  return is_media(path) ? 2 : 1;
}

std::vector<WantedBlob> blobs_of(const FileSet& files, bool hashed_names) {
  std::vector<WantedBlob> blobs;
  for (const int rank : {0, 1, 2}) {
    for (const auto& [path, file] : files) {
      if (rank_of(path) != rank) continue;
      const std::string served = hashed_names ? tuf::hashed_target_path(path, file.hashes.name()) : path;
      blobs.push_back({"targets/" + served, name_of(path), file});
    }
  }
  return blobs;
}

}  // namespace

bool is_media(std::string_view path) {
  constexpr std::array<std::string_view, 9> kEndings = {".jpg", ".jpeg", ".png", ".webp", ".mp3",
                                                        ".ogg", ".opus", ".mp4", ".webm"};
  return std::ranges::any_of(kEndings, [path](std::string_view ending) { return path.ends_with(ending); });
}

Result<Update> update(const UpdateRequest& request, Fetcher& fetcher, const MetadataStore& metadata,
                      const BlobStore& blobs, const FileSet& active, std::string& timestamp_tag) {
  TRY(const Refreshed refreshed, refresh(request.metadata, fetcher, metadata, timestamp_tag));
  Update result;
  result.timestamp_expires = refreshed.trusted.timestamp()->expires;
  Choice choice(request, active, result);
  choice.add(refreshed.trusted);
  choice.keep_what_is_active(refreshed.broken);
  if (request.media == Media::later) defer_media(blobs, active, result);
  TRY_VOID(check_total(result.files, request.room));
  TRY(result.fetched,
      blobs.fetch_missing(fetcher, blobs_of(result.files, refreshed.trusted.root().consistent_snapshot),
                          request.watch));
  return result;
}

}  // namespace conglang::client
