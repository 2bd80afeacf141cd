#pragma once

#include <algorithm>
#include <cmath>

namespace conglang::raster {

/// The first pixel whose middle is at or after `at`, held within `low` to `high`. `at` is a number.
inline int first_pixel(double at, int low, int high) {
  return static_cast<int>(
      std::clamp(std::ceil(at - 0.5), static_cast<double>(low), static_cast<double>(high)));
}

}  // namespace conglang::raster
