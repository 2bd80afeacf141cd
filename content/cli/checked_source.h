#pragma once

#include <filesystem>

#include "content/base/time.h"
#include "content/publish/bundle_check.h"

namespace conglang::cli {

/// The guides in `folder`, checked, for a command that makes something of them. Errors are printed on
/// standard error, a line each. `today`: the day in Việt Nam. Errors: invalid, when there is any; as
/// publish::read_source.
Result<publish::Checked> check_source(const std::filesystem::path& folder, Date today);

}  // namespace conglang::cli
