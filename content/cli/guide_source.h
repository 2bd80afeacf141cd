#pragma once
// What several commands ask for alike: a folder of guides, checked, and a day.

#include <string>

#include "content/base/result.h"
#include "content/base/time.h"
#include "content/guide/content.h"

namespace conglang::cli {

/// The guides of `folder` as commune `commune` shows them; for an empty code the folder's only commune.
/// Errors: those of reading; invalid, when a guide has a problem: each is on standard error, a line each.
Result<guide::Content> read_content(const std::string& folder, std::string commune);

/// The day of an option `--date`, today for none. Errors: bad_usage.
Result<Date> day_of(const std::string& option);

}  // namespace conglang::cli
