#pragma once
// The index of letters beside a list.

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/model/pages/catalogue.h"

namespace conglang::kiosk {

/// The whole alphabet, each letter with the first of `names` that begins with it. `names` are sorted.
std::vector<IndexLetterView> letters_of(const std::vector<std::string_view>& names);

}  // namespace conglang::kiosk
