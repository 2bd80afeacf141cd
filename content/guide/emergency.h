#pragma once
// What the emergency role puts before everything else on every screen, and how it takes it away again.

#include <string>

#include "content/base/time.h"
#include "content/guide/text_in_languages.h"

namespace conglang::guide {

struct EmergencyScreen {
  enum class Mode {
    none,     ///< the screens show their own content
    blank,    ///< they show none of it
    replace,  ///< they show `title` and `text` instead
  };
  Mode mode = Mode::none;
  std::string id;  ///< another one for every order: staff lift one order, never the next
  Text title;      ///< of `replace`; may be empty otherwise
  Text text;       ///< the same
  Instant issued_at{};

  bool operator==(const EmergencyScreen&) const = default;
};

}  // namespace conglang::guide
