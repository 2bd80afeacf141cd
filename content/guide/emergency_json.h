#pragma once

#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/guide/emergency.h"

namespace conglang::guide {

/// Errors: parse, invalid; as read_guide (guide_json.h).
Result<EmergencyScreen> read_emergency(std::string_view json, std::string_view where);

/// The canonical file form.
std::string write_emergency(const EmergencyScreen& screen);

}  // namespace conglang::guide
