#pragma once
// What every picture of the kiosk needs from disk: type, icons and the screen's own words.

#include <filesystem>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "kiosk/model/strings.h"

namespace conglang::picture {

/// Where fonts and texts lie: beside the build or the installed program.
/// Errors: not_found, with the places looked at.
Result<std::filesystem::path> find_assets();

/// All languages in `assets`, Vietnamese first: each is a file strings.<language>.json. One that cannot be
/// read is left out; `remarks`, if given, gets why, and what the others lack.
/// Errors: as read_strings() of the Vietnamese one; not_found, there is none.
Result<kiosk::Strings> load_strings(const std::filesystem::path& assets,
                                    std::vector<std::string>* remarks = nullptr);

}  // namespace conglang::picture
