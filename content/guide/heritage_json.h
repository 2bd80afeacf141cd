#pragma once

#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/guide/heritage.h"

namespace conglang::guide {

/// Errors: parse, invalid; as read_guide (guide_json.h).
Result<Heritage> read_heritage(std::string_view json, std::string_view where);

/// The canonical file form.
std::string write_heritage(const Heritage& page);

}  // namespace conglang::guide
