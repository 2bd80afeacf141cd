#pragma once

#include <filesystem>

#include "content/base/result.h"
#include "sync/server/review/published.h"

namespace conglang::server {

/// Writes what `conglang` reads of a commune's guides below `folder`: all but the catalogue, which is long
/// and on no guide's page. Errors: no_space, io.
Result<void> write_published(const Published& published, const std::filesystem::path& folder);

/// Writes the commune's published pictures below `folder`. Errors: as write_published.
Result<void> write_pictures(const Published& published, const std::filesystem::path& folder);

/// Writes one file below `folder`, in place of one that is there. Errors: as write_published.
Result<void> write_beside(const std::filesystem::path& folder, const std::string& path,
                          const std::string& bytes);

/// True for the files that write_published() writes.
bool is_of_page(std::string_view path);

}  // namespace conglang::server
