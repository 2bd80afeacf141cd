#include "kiosk/platform/watch_thread.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>

namespace conglang::platform {

WatchThread::WatchThread(FileDescriptor watched, std::function<void(int)> on_readable)
    : watched_(std::move(watched)),
      stop_(::eventfd(0, EFD_CLOEXEC)),
      on_readable_(std::move(on_readable)),
      thread_([this] { watch(); }) {}

WatchThread::~WatchThread() {
  // An eventfd that was just made takes one write: the thread ends in any case.
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(stop_.get(), &one, sizeof one);
  thread_.join();
}

void WatchThread::watch() const {
  std::array<pollfd, 2> waiting{{{watched_.get(), POLLIN, 0}, {stop_.get(), POLLIN, 0}}};
  for (;;) {
    const int ready = ::poll(waiting.data(), waiting.size(), -1);
    if (ready < 0 && errno != EINTR) return;
    if (waiting[1].revents != 0) return;
    if (ready > 0 && waiting[0].revents != 0) on_readable_(watched_.get());
  }
}

}  // namespace conglang::platform
