#pragma once
// Which notices a house shows today. Days are Vietnamese days, the last included (content/guide/standing.h).

#include <string_view>
#include <vector>

#include "kiosk/model/state.h"

namespace conglang::kiosk {

/// Those for this house: the most urgent first, then those that began last.
std::vector<const guide::Notice*> current_notices(const State& state);

/// One of them; nothing when it is not shown today.
const guide::Notice* find_current_notice(const State& state, std::string_view id);

/// From the list to one notice.
void open_notice(State& state, std::string_view id);

}  // namespace conglang::kiosk
