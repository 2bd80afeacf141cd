#pragma once
// The loop: events and content to actions, actions to a new state, the state to a frame. Draws only when the
// view or the touch changed.

#include <filesystem>
#include <optional>
#include <string>

#include "content/base/result.h"
#include "content/base/time.h"
#include "kiosk/platform/window.h"

namespace conglang::platform {

struct KioskOptions {
  std::filesystem::path data;
  std::string language;  ///< empty: the first, Vietnamese
  std::string version;
  Instant built{};  ///< when the program was made: it cannot be earlier now
  WindowOptions window;
  // In place of what the configuration says:
  std::optional<Drawing> drawing;
  std::optional<raster::Rotation> rotation;
};

/// Why the screen ended without an error.
enum class Ending {
  told,     ///< the window was closed, or the process asked to end
  restart,  ///< staff want it to start again
};

/// Runs until the window is closed or the process is asked to end.
/// Errors: what keeps the screen from starting (configuration, texts, fonts, display). Content that cannot be
/// read is no error: the last good one stays, or a page that says what is happening.
Result<Ending> run_kiosk(const KioskOptions& options);

}  // namespace conglang::platform
