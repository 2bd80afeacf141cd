#pragma once
// The cultural house that the screen stands in.

#include <string>
#include <string_view>

#include "kiosk/model/state.h"

namespace conglang::kiosk {

/// Nothing while there is no content, or none of this house.
const guide::Place* find_place(const State& state);

/// As it is cut into a gate: the village's name alone, without what kind of place it is, in capitals. May be
/// empty.
std::string sign_of(const guide::Place& place);

std::string upper_case(std::string_view text);

}  // namespace conglang::kiosk
