#include "content/publish/board/code_size.h"

#include <algorithm>
#include <cmath>

namespace conglang::board {

double module_mm(int size, double box_mm) {
  const double fits = std::min(box_mm / (size + 2 * qr::kQuietZone), qr::kMaxCodeMm / size);
  // A hair more than the division gives, or 36 dots become 35.
  return std::max(0.0, std::floor(fits / kDotMm + 1e-9) * kDotMm);
}

double on_grid(double mm) {
  return std::round(mm / kDotMm) * kDotMm;
}

}  // namespace conglang::board
