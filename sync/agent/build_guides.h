#pragma once
// From verified files to a verified database: the layers put together, written, and read back.

#include <filesystem>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/agent/status.h"
#include "sync/client/generations.h"

namespace conglang::agent {

/// Writes the guides of `files` for `commune` as a database at `path` and reads it back. `published_at`: when
/// the newest signed file was signed. Returns the commune's files that did not fit; the national text shows
/// in their place. Errors: parse, invalid, not_found in a national file; invalid, the database does not read;
/// no_space, io. Nothing is left at `path` after an error.
Result<std::vector<NotShown>> build_guides(const std::filesystem::path& path, const client::Files& files,
                                           const std::string& commune,
                                           const client::NewGeneration& generation, Instant published_at);

}  // namespace conglang::agent
