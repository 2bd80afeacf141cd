#include "sync/agent/ending.h"

#include <signal.h>

#include <algorithm>
#include <cerrno>

namespace conglang::agent {
namespace {

sigset_t ending_signals() {
  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGTERM);
  ::sigaddset(&signals, SIGINT);
  return signals;
}

}  // namespace

EndingSignals::EndingSignals() {
  const sigset_t signals = ending_signals();
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

bool EndingSignals::wait(std::chrono::milliseconds pause) {
  const sigset_t signals = ending_signals();
  const auto until = std::chrono::steady_clock::now() + pause;
  while (!arrived_) {
    const auto left = std::max(std::chrono::nanoseconds(0),
                               std::chrono::nanoseconds(until - std::chrono::steady_clock::now()));
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(left);
    const timespec limit{.tv_sec = seconds.count(), .tv_nsec = (left - seconds).count()};
    const int signal = ::sigtimedwait(&signals, nullptr, &limit);
    if (signal > 0) arrived_ = true;
    // Any other signal interrupts the wait without ending it.
    if (signal < 0 && errno == EAGAIN) break;
  }
  return arrived_;
}

}  // namespace conglang::agent
