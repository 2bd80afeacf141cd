#pragma once

#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/guide/notice.h"

namespace conglang::guide {

/// Errors: parse, invalid; as read_guide (guide_json.h).
Result<Notice> read_notice(std::string_view json, std::string_view where);

/// The canonical file form.
std::string write_notice(const Notice& notice);

}  // namespace conglang::guide
