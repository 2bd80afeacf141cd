#pragma once

#include <string>

#include "content/base/result.h"

namespace conglang::publish {

/// Checks the address below which the pages will lie: https, and "/" at its end; or empty, when nobody knows.
/// Errors: bad_usage, forbidden.
Result<void> check_base_url(const std::string& base_url);

}  // namespace conglang::publish
