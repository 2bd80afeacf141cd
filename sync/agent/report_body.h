#pragma once
// What of a report leaves the machine: the fields named here and no other, texts short and without any number
// that may be somebody's.

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::agent {

/// `report` as it lies in the outbox; `kind`: "agent", "crash-loop", "picture", "settings" or "usage".
/// Errors: invalid, for any other kind and for a report that lacks what it is about.
Result<nlohmann::json> report_body(std::string_view kind, const nlohmann::json& report);

/// `text` fit to be sent: at most 300 bytes, whole characters, no long numbers, no control characters.
std::string sendable(std::string_view text);

}  // namespace conglang::agent
