#pragma once

#include <vector>

#include "tests/unit/kiosk/model/sample.h"

namespace conglang::kiosk::test {

/// Every page of staff's in its longest form, and the page that hides all others, after `first`.
std::vector<View> staff_pages(const std::vector<Action>& first);

}  // namespace conglang::kiosk::test
