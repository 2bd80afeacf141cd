#pragma once
// The loop: events and content to actions, actions to a new state, the state to a frame. Draws only when the
// view or the touch changed.

#include <filesystem>
#include <optional>
#include <string>

#include "content/base/result.h"
#include "kiosk/platform/window.h"

namespace conglang::platform {

struct KioskOptions {
  std::filesystem::path data;
  std::string language;  ///< empty: the first, Vietnamese
  WindowOptions window;
};

/// Runs until the window is closed or the process is asked to end.
/// Errors: what keeps the screen from starting (configuration, texts, fonts, display). Content that cannot be
/// read is no error: the last good one stays, or a page that says what is happening.
Result<void> run_kiosk(const KioskOptions& options);

}  // namespace conglang::platform
