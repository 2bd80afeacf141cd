#pragma once
// Tells the screen that the agent has turned the pointer `current`, put an order (kiosk/machine/orders.h) or
// other settings (kiosk/machine/settings_file.h), without anybody polling.

#include <filesystem>
#include <functional>
#include <memory>

#include "content/base/result.h"
#include "kiosk/platform/watch_thread.h"

namespace conglang::platform {

/// Calls `on_change`, from a thread of its own, whenever one of these is renamed or written into
/// `folder`, until the returned thread is destroyed. Errors: io; the message names the folder.
Result<std::unique_ptr<WatchThread>> watch_content(const std::filesystem::path& folder,
                                                   std::function<void()> on_change);

}  // namespace conglang::platform
