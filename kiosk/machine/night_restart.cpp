#include "kiosk/machine/night_restart.h"

namespace conglang::machine {

bool is_night_restart_due(RunningTime ran, Instant now, bool clock_known) {
  constexpr std::chrono::hours kHalfADay{12};
  constexpr std::chrono::hours kFrom{3};
  constexpr std::chrono::hours kUntil{4};
  if (!clock_known || ran < kHalfADay) return false;
  const auto local = now + kVietnamOffset;
  const auto hour = local - std::chrono::floor<std::chrono::days>(local);
  return hour >= kFrom && hour < kUntil;
}

}  // namespace conglang::machine
