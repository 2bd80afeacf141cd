#pragma once
// What stands on the screen when the screen's own program keeps crashing: plain words from a small file, no
// content, no state, no model. After a while it gives way to an ordinary start.

#include <filesystem>

#include "content/base/result.h"
#include "kiosk/platform/life.h"
#include "kiosk/platform/window.h"

namespace conglang::platform {

/// Shows the safe page until the window is closed (true), or ten minutes have passed (false).
/// Errors: what keeps any picture from the display (fonts, display).
Result<bool> show_safe_page(const std::filesystem::path& data, double diagonal_inches, Window& window,
                            Life& life);

}  // namespace conglang::platform
