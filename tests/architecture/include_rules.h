#pragma once
// What the sources of content, sync and kiosk include, held against the table of modules and against the list
// of third-party headers and their owners.

#include <filesystem>
#include <string>
#include <vector>

#include "tests/architecture/module_table.h"

namespace conglang::architecture {

/// Every breach below `root`, one sentence each that names the file, the include and the rule. `root` holds
/// README.md and the folders content, sync and kiosk.
std::vector<std::string> include_violations(const std::filesystem::path& root);

}  // namespace conglang::architecture
