#pragma once

#include <string>

#include "content/base/result.h"
#include "kiosk/raster/pixels.h"

namespace conglang::picture {

/// `image` as a PNG file: red, green and blue of 8 bits. The same pixels give the same bytes with one libpng.
/// Errors: invalid, an empty image; internal, libpng's own words.
Result<std::string> encode_png(const raster::Image& image);

}  // namespace conglang::picture
