#pragma once
// Content by hash, shared by all repositories: DATA/blobs/<sha256>, or <sha512> where no other is stated. A
// blob has its name only after length and hash were verified and it is durable; until then it is
// <sha256>.part, which the next attempt continues. Blobs are never changed.

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "sync/client/fetcher.h"
#include "sync/client/verified_download.h"
#include "sync/tuf/metadata.h"

namespace conglang::client {

struct WantedBlob {
  std::string path;  ///< in the repository
  std::string name;  ///< for messages
  tuf::TargetFile file;
};

class BlobStore {
 public:
  /// Makes `folder` if needed. Errors: io, no_space.
  static Result<BlobStore> open(const std::filesystem::path& folder);

  /// True when the blob is there with the length that was signed. Its bytes were verified when it came, and
  /// read() verifies them again.
  bool has(const tuf::TargetFile& file) const;

  /// Fetches those of `wanted` that are not there, each content once, continuing earlier attempts. Returns
  /// how many there were. Errors: no_space before anything is fetched, with the bytes needed;
  /// download_all()'s, where what came so far of a file that was cut off is kept.
  Result<std::size_t> fetch_missing(Fetcher& fetcher, const std::vector<WantedBlob>& wanted,
                                    const DownloadWatch& watch = {}) const;

  /// The bytes, verified. Errors: not_found; bad_hash, and the damaged blob is gone so that the next update
  /// fetches it; io.
  Result<std::string> read(const std::string& name, const tuf::TargetFile& file) const;

  /// Removes every blob and part but those of `hashes`.
  void keep_only(const std::set<std::string, std::less<>>& hashes) const;

 private:
  explicit BlobStore(std::filesystem::path folder);
  std::filesystem::path path_of(const tuf::TargetFile& file) const;
  Result<void> check_space(const std::vector<Download>& downloads) const;

  std::filesystem::path folder_;
};

}  // namespace conglang::client
