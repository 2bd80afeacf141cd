#pragma once

#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/guide/province.h"

namespace conglang::guide {

/// province.json. Errors: parse, invalid; as read_guide (guide_json.h).
Result<Province> read_province(std::string_view json, std::string_view where);

/// The canonical file form.
std::string write_province(const Province& province);

}  // namespace conglang::guide
