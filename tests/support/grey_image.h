#pragma once

#include <cstdint>
#include <vector>

namespace conglang::testing {

/// A picture as decoders and comparisons want it.
struct GreyImage {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;  ///< row by row, 255 is white

  bool operator==(const GreyImage&) const = default;
};

}  // namespace conglang::testing
