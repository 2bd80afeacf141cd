#pragma once
// One update: the signed files, then every blob that they vouch for and this machine wants. It ends with all
// of the content on disk and verified, or with an error and everything as it was, but for what may be used by
// the next attempt. It activates nothing.

#include <cstdint>
#include <string>
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

/// Content that was signed but cannot be used as it is.
struct NotUsed {
  std::string what;  ///< "metadata/commune-09784.json", "targets/communes/09784/guides/x.json"
  Error error;

  bool operator==(const NotUsed&) const = default;
};

struct Update {
  FileSet files;  ///< all that this machine wants; each is in the blob store
  Instant timestamp_expires;
  std::size_t fetched = 0;  ///< blobs that were not there before
  std::vector<NotUsed>
      not_used;  ///< what a broken delegated role signs is among `files` as it was in `active`
};

/// `active`: what the active generation was built from.
/// Errors: as refresh() and BlobStore::fetch(), naming the file; too_large, over the bounds above.
Result<Update> update(const RefreshRequest& request, Fetcher& fetcher, const MetadataStore& metadata,
                      const BlobStore& blobs, const FileSet& active, std::string& timestamp_tag);

}  // namespace conglang::client
