#pragma once
// Pictures to the size they are shown at, once, so that drawing them is copying.

#include "kiosk/raster/pixels.h"

namespace conglang::raster {

/// `part` of `from` (within it, not empty) at `width` x `height`. Every source pixel counts when it gets
/// smaller; when it gets larger it is smooth. What is transparent lends no colour to its neighbours.
Image scaled_to(const Image& from, const Box& part, int width, int height);

/// Makes the corners of `image` transparent outside of circles of `radius`, with smooth edges.
void round_corners(Image& image, int radius);

}  // namespace conglang::raster
