#pragma once

#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/guide/sector.h"

namespace conglang::guide {

/// sectors.json. Errors: parse, invalid; as read_guide (guide_json.h).
Result<std::vector<Sector>> read_sectors(std::string_view json, std::string_view where);

/// The canonical file form.
std::string write_sectors(const std::vector<Sector>& sectors);

}  // namespace conglang::guide
