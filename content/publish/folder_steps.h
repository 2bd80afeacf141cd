#pragma once
// The steps of putting one folder in place of another.

#include <filesystem>

#include "content/base/result.h"

namespace conglang::publish {

/// Removes `folder` and all in it; one that is not there is removed already. Errors: io; a part may be left.
Result<void> remove_folder(const std::filesystem::path& folder);

/// Renames `from` to `to`, which is not there or empty. Errors: io; both are then as they were.
Result<void> move_folder(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace conglang::publish
