#pragma once
// Files of content from a fetcher to their places on disk, verified while they arrive. A file has its name
// only after length and hashes were verified and it is durable; until then it is NAME.part, which the next
// attempt continues.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "sync/client/fetcher.h"
#include "sync/tuf/metadata.h"

namespace conglang::client {

/// What becomes of the bytes of a download that was cut off. Wrong bytes are never kept.
enum class CutOff { keep, remove };

struct Download {
  std::string path;  ///< in the repository
  std::string name;  ///< for messages
  tuf::TargetFile file;
  std::filesystem::path destination;
};

struct Progress {
  std::int64_t bytes = 0;  ///< of the files under way or done, those of earlier attempts included
  std::int64_t of_bytes = 0;
  std::size_t files = 0;  ///< done
  std::size_t of_files = 0;

  bool operator==(const Progress&) const = default;
};

/// What bounds and watches downloads. Empty functions: nothing does.
struct DownloadWatch {
  std::function<void(const Progress&)> on_progress;
  /// Asked before bytes are written; an error ends the download with it.
  std::function<Result<void>(std::int64_t bytes)> allow;
};

/// Bytes of `file` that an earlier attempt left beside `destination`.
std::int64_t bytes_already_there(const std::filesystem::path& destination, const tuf::TargetFile& file);

/// Fetches every file of `downloads`, several at once where the fetcher does. A file that is cut off goes on
/// at once where it stopped as long as bytes arrive; a continued one that turns out wrong is fetched whole
/// once more. After an error that is about one file the others are fetched all the same.
/// Errors: of the first file in order that failed: bad_hash, too_large; the fetcher's; the watch's; no_space,
/// io. `destination` of each that failed is then as it was.
Result<void> download_all(Fetcher& fetcher, const std::vector<Download>& downloads, CutOff cut_off,
                          const DownloadWatch& watch = {});

}  // namespace conglang::client
