#pragma once
// From what the model wants counted to the counters that are kept of it.

#include <optional>

#include "kiosk/model/effect.h"
#include "kiosk/usage/usage_file.h"

namespace conglang::platform {

/// Nothing for an effect that is not about use, and for a search without result: only some of its words may
/// be kept (FailedSearches).
std::optional<usage::Entry> entry_of(const kiosk::Effect& effect);

}  // namespace conglang::platform
