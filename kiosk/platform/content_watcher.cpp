#include "kiosk/platform/content_watcher.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "kiosk/machine/orders.h"
#include "kiosk/machine/settings_file.h"

namespace conglang::platform {
namespace {

bool is_for_the_screen(std::string_view name) {
  return name == "current" || name == machine::kRestartOrder || name == machine::kRemoteSettings;
}

// Reads the events that wait; true when one of them is for the screen.
bool pointer_was_turned(int inotify) {
  alignas(inotify_event) std::array<char, 4096> buffer{};
  const ssize_t length = ::read(inotify, buffer.data(), buffer.size());
  bool turned = false;
  for (ssize_t at = 0; at < length;) {
    const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
    // An overflow means that something was missed: look, rather than stay stale.
    if ((event->mask & IN_Q_OVERFLOW) != 0) turned = true;
    if (event->len > 0 && is_for_the_screen(event->name)) turned = true;
    at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
  }
  return turned;
}

}  // namespace

Result<std::unique_ptr<WatchThread>> watch_content(const std::filesystem::path& folder,
                                                   std::function<void()> on_change) {
  FileDescriptor inotify(::inotify_init1(IN_CLOEXEC));
  if (!inotify || ::inotify_add_watch(inotify.get(), folder.c_str(), IN_MOVED_TO | IN_CLOSE_WRITE) < 0) {
    return fail(Errc::io, "watching {} for new content: {}", folder.string(), std::strerror(errno));
  }
  return std::make_unique<WatchThread>(std::move(inotify), [on_change = std::move(on_change)](int events) {
    if (pointer_was_turned(events)) on_change();
  });
}

}  // namespace conglang::platform
