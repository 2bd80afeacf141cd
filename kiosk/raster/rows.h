#pragma once
// Pixels side by side, several at a time where the processor can (SSE2, which every PC has). What comes out
// is to the last bit what blend.h makes of them one by one.

#include "kiosk/raster/pixels.h"

namespace conglang::raster {

/// `color` over `count` pixels from `row`.
void blend_row(Argb* row, int count, Argb color);

/// The same, each pixel as far as its byte in `coverage` says.
void blend_covered(Argb* row, const std::uint8_t* coverage, int count, Argb color);

/// `count` pixels of `rgba`, four bytes each, times `tint`, over those from `row`.
void blend_picture(Argb* row, const std::uint8_t* rgba, int count, Argb tint);

}  // namespace conglang::raster
