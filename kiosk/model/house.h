#pragma once
// The cultural house that the screen stands in.

#include "kiosk/model/state.h"

namespace conglang::kiosk {

/// Nothing while there is no content, or none of this house.
const guide::Place* find_place(const State& state);

}  // namespace conglang::kiosk
