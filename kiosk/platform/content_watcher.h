#pragma once
// Tells the window that the agent has turned the pointer `current`, without the window ever polling.

#include <filesystem>
#include <functional>
#include <memory>

#include "content/base/result.h"

namespace conglang::platform {

/// A thread that sleeps in the kernel until `current` is renamed into the data folder.
class ContentWatcher {
 public:
  /// `on_change` is called from that thread: it must touch nothing of the window but its event queue.
  /// Errors: io; the message names the folder.
  static Result<ContentWatcher> start(const std::filesystem::path& folder, std::function<void()> on_change);

  ~ContentWatcher();
  ContentWatcher(ContentWatcher&&) noexcept;
  ContentWatcher& operator=(ContentWatcher&&) noexcept;

 private:
  struct Thread;
  explicit ContentWatcher(std::unique_ptr<Thread> thread);
  std::unique_ptr<Thread> thread_;
};

}  // namespace conglang::platform
