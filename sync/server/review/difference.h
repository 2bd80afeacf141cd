#pragma once

#include <optional>
#include <string>

#include "sync/server/api/router.h"

namespace conglang::server {

/// What changed in the file at `path`, field by field, as a clerk reads it: [{field, label: {vi, en}, kind,
/// before, after}]. Nothing on a side: it is not there. Errors: parse, one of them is no JSON.
Result<Json> difference(const std::string& path, const std::optional<std::string>& before,
                        const std::optional<std::string>& after);

}  // namespace conglang::server
