#pragma once

#include <string_view>

namespace conglang::picture {

/// How a camera was held: EXIF 2.3, tag 0x0112, 1 to 8; 1 (upright) when the JPEG does not say, or wrongly.
int exif_orientation(std::string_view jpeg);

}  // namespace conglang::picture
