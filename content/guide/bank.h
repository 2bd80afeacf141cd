#pragma once

#include <string_view>

namespace conglang::guide {

/// The name of the bank that Napas knows as `number` (banks.json); empty for one that is not listed.
std::string_view bank_name(std::string_view number);

}  // namespace conglang::guide
