#pragma once
// What every picture of the kiosk needs from disk: type, icons and the screen's own words.

#include <filesystem>

#include "content/base/result.h"
#include "kiosk/model/strings.h"

namespace conglang::picture {

/// Where fonts and texts lie: beside the build or the installed program.
/// Errors: not_found, with the places looked at.
Result<std::filesystem::path> find_assets();

/// All languages in `assets`, Vietnamese first.
Result<kiosk::Strings> load_strings(const std::filesystem::path& assets);

}  // namespace conglang::picture
