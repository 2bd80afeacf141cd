#pragma once
// Single steps on files, each taken again when a signal interrupts it.

#include <filesystem>
#include <optional>

#include "content/base/file_descriptor.h"
#include "content/base/result.h"

namespace conglang {

/// True when it was there; one that is not is gone already. Errors: io.
Result<bool> remove_file(const std::filesystem::path& path);

/// Opens `path`, made if needed and never through a link, and locks it for as long as the descriptor is open;
/// a killed process's lock ends with it. Nothing when another process holds it. Errors: not_found, for the
/// folder; no_space, io.
Result<std::optional<FileDescriptor>> lock_file(const std::filesystem::path& path);

}  // namespace conglang
