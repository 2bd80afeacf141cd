#pragma once

#include <string>
#include <string_view>

#include "content/guide/text_in_languages.h"

namespace conglang::guide {

/// A telephone number that everybody may see, and whose it is.
struct Contact {
  Text label;         ///< "Trưởng thôn"
  std::string phone;  ///< as written: "024 3388 1234", "113"

  bool operator==(const Contact&) const = default;
};

/// True for 3 to 15 digits, which "+" may lead and spaces, dots and hyphens may part.
bool is_phone_number(std::string_view text);

}  // namespace conglang::guide
