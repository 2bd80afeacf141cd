#pragma once
// How staff get in, what their pages do, and that they do not stay open. Pure: PINs are checked, files read
// and settings carried out by the machine.

#include <chrono>
#include <optional>
#include <vector>

#include "kiosk/model/effect.h"
#include "kiosk/model/pages/staff.h"
#include "kiosk/model/state.h"

namespace conglang::kiosk {

inline constexpr std::chrono::seconds kCornerHeld{3};      ///< until the door opens
inline constexpr std::chrono::seconds kDoorStaysOpen{45};  ///< without a touch
inline constexpr std::chrono::seconds kMenuStaysOpen{120};
inline constexpr std::size_t kMaxPinDigits = 12;
inline constexpr int kTestColumns = 6;  ///< of the touch test
inline constexpr int kTestRows = 4;

void take_staff_touch(State& state, const StaffTouch& touch, std::vector<Effect>& effects);
void take_staff_report(State& state, const StaffReport& report, std::vector<Effect>& effects);

/// Opens the door when the corner was held long enough, and closes what staff left open. The clock of `state`
/// has just moved on by `step`; when `jumped`, it was set.
void pass_staff_time(State& state, std::chrono::seconds step, bool jumped, std::vector<Effect>& effects);

/// Whether something of staff changes with each second.
bool staff_counts_seconds(const State& state);

/// Seconds until the staff's pages close by themselves.
int staff_seconds_left(const State& state);

/// Percent at the hour that `state` has: by day or by night. As by day during a visit, since a code must be
/// bright to be scanned, and when the hour is not known.
int brightness_now(const State& state);

}  // namespace conglang::kiosk
