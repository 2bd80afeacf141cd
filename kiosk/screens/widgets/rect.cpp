#include "kiosk/screens/widgets/rect.h"

#include <algorithm>

namespace conglang::screens {

Rect shared(Rect one, Rect other) {
  const float x = std::max(one.x, other.x);
  const float y = std::max(one.y, other.y);
  return {x, y, std::max(0.0F, std::min(one.right(), other.right()) - x),
          std::max(0.0F, std::min(one.bottom(), other.bottom()) - y)};
}

}  // namespace conglang::screens
