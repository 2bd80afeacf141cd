#include "kiosk/platform/quit_signals.h"

#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace conglang::platform {

Result<FileDescriptor> catch_quit_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  if (const int error = ::pthread_sigmask(SIG_BLOCK, &signals, nullptr); error != 0) {
    return fail(Errc::io, "SIGTERM and SIGINT cannot be caught: {}", std::strerror(error));
  }
  FileDescriptor descriptor(::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
  if (!descriptor) {
    return fail(Errc::io, "SIGTERM and SIGINT cannot be waited for: {}", std::strerror(errno));
  }
  return descriptor;
}

void take_quit_signal(int descriptor) {
  signalfd_siginfo taken{};
  [[maybe_unused]] const ssize_t length = ::read(descriptor, &taken, sizeof taken);
}

}  // namespace conglang::platform
