#pragma once

#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/guide/catalogue.h"

namespace conglang::guide {

/// catalogue.json. Entries may stand in any order.
/// Errors: parse, invalid; as read_guide (guide_json.h).
Result<Catalogue> read_catalogue(std::string_view json, std::string_view where);

/// The canonical file form: one entry a line, by code.
std::string write_catalogue(const Catalogue& catalogue);

}  // namespace conglang::guide
