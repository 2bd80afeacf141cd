#pragma once

#include "content/base/time.h"
#include "kiosk/machine/pin_guard.h"

namespace conglang::machine {

/// True in the small hours of Việt Nam, once a screen has run for half a day: it then starts afresh when
/// nobody stands before it. What a driver or a library wears out over weeks never gets that far. `ran`: since
/// the program's start. Never with a clock that is not believed.
bool is_night_restart_due(RunningTime ran, Instant now, bool clock_known);

/// The same for a program that started with this object.
class NightRestart {
 public:
  bool is_due(Instant now, bool clock_known) const {
    return is_night_restart_due(running_time() - started_, now, clock_known);
  }

 private:
  RunningTime started_ = running_time();
};

}  // namespace conglang::machine
