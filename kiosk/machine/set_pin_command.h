#pragma once
// conglang-kiosk set-pin: the one way in which a PIN comes to be.

#include <filesystem>

#include "content/base/result.h"

namespace conglang::machine {

/// Reads a PIN from standard input: at a terminal twice and unseen, else one line. Sets it.
/// Errors: not_found, `data` is no folder; invalid, as set_pin, or the two differ; io.
Result<void> set_pin_from_input(const std::filesystem::path& data);

}  // namespace conglang::machine
