#pragma once
// SIGTERM and SIGINT as something to ask about and to wait for, without handlers and without a thread.

#include <chrono>

namespace conglang::agent {

class EndingSignals {
 public:
  /// Blocks both signals for this thread and those it starts; make it first in main.
  EndingSignals();

  /// True from the first of the signals on.
  bool arrived() { return wait(std::chrono::milliseconds(0)); }

  /// Waits `pause`, or until a signal arrives; true when one has.
  bool wait(std::chrono::milliseconds pause);

 private:
  bool arrived_ = false;
};

}  // namespace conglang::agent
