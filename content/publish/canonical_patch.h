#pragma once

#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::publish {

/// A patch in the canonical form: two-space indent, its own order of names, texts cleaned as in guides.
/// `bytes` must be JSON. Errors: parse, invalid.
Result<std::string> canonical_patch(std::string_view bytes);

}  // namespace conglang::publish
