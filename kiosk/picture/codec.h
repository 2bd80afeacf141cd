#pragma once
// One function a format: the bytes of a file to all of its pixels. decode.h is for everybody else.

#include <string_view>

#include "content/base/result.h"
#include "kiosk/raster/pixels.h"

namespace conglang::picture {

/// Decoders that can do with less leave out detail, down to no less than this.
struct Least {
  int width = 0;
  int height = 0;
};

/// Errors: too_large, over the limits of decode.h.
Result<void> check_size(long width, long height);

/// Errors: invalid, too_large.
Result<raster::Image> decode_png(std::string_view bytes);
Result<raster::Image> decode_jpeg(std::string_view bytes, const Least& least);
Result<raster::Image> decode_webp(std::string_view bytes);

}  // namespace conglang::picture
