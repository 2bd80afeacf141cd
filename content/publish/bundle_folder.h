#pragma once
// A folder of guides in, a bundle folder out.

#include <filesystem>

#include "content/guide/bundle.h"

namespace conglang::publish {

inline constexpr std::uintmax_t kMaxSourceBytes = 1024UL * 1024;  ///< one file; the largest guide is 50 kB
inline constexpr std::uintmax_t kMaxCatalogueBytes = 4UL * 1024 * 1024;  ///< 5,670 entries are 1.1 MB

/// Every file below `folder`, by its path in it. What is no content is passed over: names that start with
/// "." or end in "~" or ".md".
/// Errors: not_found, io; forbidden, for a symbolic link; too_large.
Result<guide::Files> read_source(const std::filesystem::path& folder);

/// Makes `out`/bundle hold exactly `files`. The new folder is written whole beside the old and then takes its
/// place; an error before that leaves the old as it was.
/// Errors: no_space, io.
Result<void> write_bundle(const guide::Files& files, const std::filesystem::path& out);

}  // namespace conglang::publish
