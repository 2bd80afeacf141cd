#pragma once
// What stands before everything else.

#include <vector>

#include "kiosk/model/state.h"

namespace conglang::kiosk {

/// The emergency role's order, unless staff lifted it; nothing when the screens may show their own content.
const guide::EmergencyScreen* emergency_in_force(const State& state);

/// Notices of today that take the whole screen and that this visitor has not read, the newest first.
std::vector<const guide::Notice*> unread_urgent(const State& state);

/// The one that is shown now: of several at rest each in turn. Nothing: there is none.
const guide::Notice* shown_urgent(const State& state);

}  // namespace conglang::kiosk
