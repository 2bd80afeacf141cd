#pragma once
// What time the screen believes it is. A board without a battery wakes up in 1970: a clock that shows less
// than the floor (when this program was built, the last time the agent trusted, when the newest content was
// signed) is not believed. Time then runs on from the floor, and nobody is shown what it says.

#include <chrono>
#include <filesystem>

#include "content/base/time.h"

namespace conglang::machine {

class BelievedClock {
 public:
  struct Reading {
    Instant now{};
    bool known = true;  ///< else `now` is only the earliest that it can be
  };

  /// `built`: when this program was made. `data`: its file time-floor is the agent's.
  BelievedClock(Instant built, const std::filesystem::path& data);

  /// Content signed at `instant` is active: it is not earlier now.
  void raise(Instant instant);

  /// `system`: the clock as it stands. `running`: any clock that nobody sets, in whole seconds.
  Reading read(Instant system, std::chrono::seconds running);

 private:
  Instant floor_;
  std::chrono::seconds floor_at_{-1};  ///< running time at which `floor_` was reached; -1: not yet read
};

}  // namespace conglang::machine
