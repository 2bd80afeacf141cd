#pragma once

#include <optional>
#include <string>

#include "sync/server/api/router.h"
#include "sync/server/review/published.h"

namespace conglang::server {

/// What changed in the file at `path` of what `published` holds, field by field, as a clerk reads it:
/// [{field, label: {vi, en}, kind, before, after}]. Nothing on a side: it is not there. Errors: parse, one of
/// them is no JSON.
Result<Json> difference(const Published& published, const std::string& path,
                        const std::optional<std::string>& before, const std::optional<std::string>& after);

}  // namespace conglang::server
