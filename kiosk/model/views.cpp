#include "kiosk/model/views.h"

#include "kiosk/model/strings.h"

namespace conglang::kiosk {

std::string Pattern::with(int n, int of) const {
  return fill(text, {{"n", std::to_string(n)}, {"of", std::to_string(of)}});
}

}  // namespace conglang::kiosk
