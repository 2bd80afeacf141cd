#pragma once
// Which Zalo groups may be shown.

#include <string_view>
#include <vector>

#include "kiosk/model/state.h"

namespace conglang::kiosk {

struct ListedGroup {
  const guide::Place* place = nullptr;
  const guide::ZaloGroup* group = nullptr;
};

/// Those whose address is listed as it stands in the link policy of now: of this house first, then the other
/// villages'. A host alone, however trusted, lists no group.
std::vector<ListedGroup> listed_groups(const State& state);

/// From the list to the code of one.
void open_zalo_group(State& state, std::string_view url);

}  // namespace conglang::kiosk
