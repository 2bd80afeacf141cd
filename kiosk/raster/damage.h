#pragma once
// What of the screen has to be drawn again. The screen is split into cells; all that a frame draws into a
// cell is summed up in a number, and a cell whose number is the last frame's holds its pixels already.

#include <imgui.h>

#include <cstdint>
#include <vector>

#include "kiosk/raster/pixels.h"

namespace conglang::raster {

class Damage {
 public:
  /// The parts of a screen of `width` x `height` in which `data` differs from the data of the last call; they
  /// do not overlap. All of it at first, after forget(), and when the screen has another size. A texture
  /// whose pixels changed where they were drawn from needs another UniqueID.
  std::vector<Box> since_last(const ImDrawData& data, int width, int height);

  /// The screen no longer shows the last frame.
  void forget() { sums_.clear(); }

 private:
  std::vector<Box> changed_boxes(const std::vector<std::uint64_t>& next) const;
  Box pixels_of(const Box& cells) const;

  int width_ = 0;
  int height_ = 0;
  int columns_ = 0;
  int rows_ = 0;
  std::vector<std::uint64_t> sums_;  ///< of each cell, row by row; empty when nothing is known
};

}  // namespace conglang::raster
