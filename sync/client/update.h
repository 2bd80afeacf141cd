#pragma once
// One update from one repository: the signed files, then every blob that they vouch for and this machine
// wants now. It ends with all of the content on disk and verified, or with an error and everything as it was,
// but for what may be used by the next attempt. It activates nothing.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "sync/client/blob_store.h"
#include "sync/client/fetcher.h"
#include "sync/client/manifest.h"
#include "sync/client/metadata_store.h"
#include "sync/client/refresh.h"

namespace conglang::client {

inline constexpr std::int64_t kMaxTargetBytes = 16L * 1024 * 1024;    ///< one file of content
inline constexpr std::int64_t kMaxContentBytes = 256L * 1024 * 1024;  ///< all of it: it is built from memory

/// Where a repository's emergency role blanks or replaces what all screens show. It waits for nobody.
inline constexpr std::string_view kEmergencyPrefix = "emergency/";

/// Pictures, sound and film: what costs a poor line most, and what a guide can be read without.
bool is_media(std::string_view path);

enum class Media {
  now,
  later,  ///< what is not here yet waits for its hours
};

struct UpdateRequest {
  RefreshRequest metadata;
  /// Which paths this repository may speak for (RepositoryMap::owner). Empty: all.
  std::function<bool(std::string_view path)> owns;
  std::string machine;                   ///< what tells this machine from all others, for staged rollouts
  std::int64_t room = kMaxContentBytes;  ///< what all files together may take
  Media media = Media::now;
  DownloadWatch watch;
};

/// Content that was signed but cannot be used as it is.
struct NotUsed {
  std::string what;  ///< "metadata/commune-09784.json", "targets/communes/09784/guides/x.json"
  Error error;

  bool operator==(const NotUsed&) const = default;
};

struct Update {
  FileSet files;  ///< all that this machine is to show; each is in the blob store
  Instant timestamp_expires;
  std::size_t fetched = 0;  ///< blobs that were not there before
  std::vector<NotUsed>
      not_used;  ///< what a broken delegated role signs is among `files` as it was in `active`
  std::vector<std::string> held_back;  ///< paths whose new content other machines try first; as in `active`
  std::vector<std::string> deferred;   ///< media that wait for their hours; as in `active`
};

/// `active`: what is on the screen now.
/// Errors: as refresh() and BlobStore::fetch_missing(), naming the file; too_large, over the bounds above.
Result<Update> update(const UpdateRequest& request, Fetcher& fetcher, const MetadataStore& metadata,
                      const BlobStore& blobs, const FileSet& active, std::string& timestamp_tag);

}  // namespace conglang::client
