#pragma once
// One file of content from a fetcher to its place on disk, verified while it arrives. It has its name only
// after length and hashes were verified and it is durable; until then it is NAME.part.

#include <filesystem>
#include <string>

#include "content/base/result.h"
#include "sync/client/fetcher.h"
#include "sync/tuf/metadata.h"

namespace conglang::client {

/// What becomes of the bytes of a download that was cut off. Wrong bytes are never kept.
enum class CutOff { keep, remove };

/// Fetches `path` of the repository as `destination`, continuing an earlier attempt; a continued one that
/// turns out wrong is fetched whole once more. `name`: for messages.
/// Errors: bad_hash, too_large; the fetcher's; no_space, io. `destination` is then as it was.
Result<void> download(Fetcher& fetcher, const std::string& path, const std::string& name,
                      const tuf::TargetFile& file, const std::filesystem::path& destination, CutOff cut_off);

}  // namespace conglang::client
