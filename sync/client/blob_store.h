#pragma once
// Content by hash: DATA/blobs/<sha256>. A blob has its name only after length and hash were verified and it
// is durable; until then it is <sha256>.part, which the next attempt continues. Blobs are never changed.

#include <filesystem>
#include <set>
#include <string>

#include "content/base/result.h"
#include "sync/client/fetcher.h"
#include "sync/tuf/metadata.h"

namespace conglang::client {

class BlobStore {
 public:
  /// Makes `folder` if needed. Errors: io, no_space.
  static Result<BlobStore> open(const std::filesystem::path& folder);

  /// True when the blob is there with the length that was signed. Its bytes were verified when it came, and
  /// read() verifies them again.
  bool has(const tuf::TargetFile& file) const;

  /// Fetches `path` of the repository as the blob of `file`, continuing an earlier attempt; a continued one
  /// that turns out wrong is fetched whole once more. `name`: for messages.
  /// Errors: bad_hash, too_large (nothing is kept); invalid, no SHA-256 was signed; the fetcher's (what came
  /// so far is kept); no_space, io.
  Result<void> fetch(Fetcher& fetcher, const std::string& path, const std::string& name,
                     const tuf::TargetFile& file) const;

  /// The bytes, verified. Errors: not_found; bad_hash, and the damaged blob is gone so that the next update
  /// fetches it; io.
  Result<std::string> read(const std::string& name, const tuf::TargetFile& file) const;

  /// Removes every blob and part but those of `hashes`.
  void keep_only(const std::set<std::string, std::less<>>& hashes) const;

 private:
  explicit BlobStore(std::filesystem::path folder);
  std::filesystem::path path_of(const tuf::TargetFile& file) const;

  std::filesystem::path folder_;
};

}  // namespace conglang::client
