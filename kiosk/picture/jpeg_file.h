#pragma once

#include <string>

#include "content/base/result.h"
#include "kiosk/raster/pixels.h"

namespace conglang::picture {

/// `image` as a baseline JPEG file, without any metadata. `quality`: 1 to 100.
/// Errors: invalid, an empty image; internal, libjpeg's own words.
Result<std::string> encode_jpeg(const raster::Image& image, int quality);

}  // namespace conglang::picture
