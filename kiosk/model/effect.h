#pragma once
// What the model asks of the outside world. Plain values; the platform carries them out or leaves them.

#include <string>
#include <variant>

#include "content/base/time.h"

namespace conglang::kiosk {

/// A guide was opened or its code shown. Guide and day are all that may be kept of a visit.
struct CountUse {
  enum class What { guide_opened, code_shown };
  What what = What::guide_opened;
  std::string guide_id;
  Date day{};  ///< the day in Việt Nam

  bool operator==(const CountUse&) const = default;
};

using Effect = std::variant<CountUse>;

}  // namespace conglang::kiosk
