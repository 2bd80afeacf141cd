#pragma once
// The names in one folder, read without exceptions.

#include <filesystem>
#include <string>
#include <vector>

namespace conglang::client {

/// Names of what lies right in `folder`, in no order; those up to the first that cannot be read. A list of
/// its own, so that the folder may be changed while it is gone through.
std::vector<std::string> folder_names(const std::filesystem::path& folder);

}  // namespace conglang::client
