#include "kiosk/platform/content_watcher.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <thread>

namespace conglang::platform {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

// Reads the events that wait; true when one of them is about the pointer.
bool pointer_was_turned(int inotify) {
  alignas(inotify_event) std::array<char, 4096> buffer{};
  const ssize_t length = ::read(inotify, buffer.data(), buffer.size());
  bool turned = false;
  for (ssize_t at = 0; at < length;) {
    const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
    // An overflow means that something was missed: look, rather than stay stale.
    if ((event->mask & IN_Q_OVERFLOW) != 0) turned = true;
    if (event->len > 0 && std::string_view(event->name) == "current") turned = true;
    at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
  }
  return turned;
}

}  // namespace

struct ContentWatcher::Thread {
  Descriptor inotify{::inotify_init1(IN_CLOEXEC)};
  Descriptor stop{::eventfd(0, EFD_CLOEXEC)};
  std::function<void()> on_change;
  std::thread thread;

  ~Thread() {
    const std::uint64_t one = 1;
    if (thread.joinable() && ::write(stop.get(), &one, sizeof one) == sizeof one) thread.join();
  }

  void watch() const {
    std::array<pollfd, 2> waiting{{{inotify.get(), POLLIN, 0}, {stop.get(), POLLIN, 0}}};
    for (;;) {
      if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
      if (waiting[1].revents != 0) return;
      if (waiting[0].revents != 0 && pointer_was_turned(inotify.get())) on_change();
    }
  }
};

ContentWatcher::ContentWatcher(std::unique_ptr<Thread> thread) : thread_(std::move(thread)) {}
ContentWatcher::~ContentWatcher() = default;
ContentWatcher::ContentWatcher(ContentWatcher&&) noexcept = default;
ContentWatcher& ContentWatcher::operator=(ContentWatcher&&) noexcept = default;

Result<ContentWatcher> ContentWatcher::start(const std::filesystem::path& folder,
                                             std::function<void()> on_change) {
  auto thread = std::make_unique<Thread>();
  thread->on_change = std::move(on_change);
  if (thread->inotify.get() < 0 || thread->stop.get() < 0 ||
      ::inotify_add_watch(thread->inotify.get(), folder.c_str(), IN_MOVED_TO | IN_CLOSE_WRITE) < 0) {
    return fail(Errc::io, "watching {} for new content: {}", folder.string(), std::strerror(errno));
  }
  thread->thread = std::thread([watching = thread.get()] { watching->watch(); });
  return ContentWatcher(std::move(thread));
}

}  // namespace conglang::platform
