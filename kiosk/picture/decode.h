#pragma once
// Pictures of the village from files to pixels. What a file is, its bytes say; its size is checked before
// anything is decoded, so that a small file cannot ask for a large memory. Safe on any thread.

#include <string>
#include <string_view>
#include <variant>

#include "content/base/result.h"
#include "kiosk/raster/pixels.h"
#include "kiosk/screens/widgets/pictures.h"

namespace conglang::picture {

/// Larger pictures are refused: a side, and pixels in all.
inline constexpr int kMaxSidePx = 8192;
inline constexpr int kMaxPixels = 4096 * 4096;

/// The side of a panorama beyond which it is made smaller: its memory is held as long as it is looked at.
inline constexpr int kPanoramaWidthPx = 4096;

/// All of a picture, to look around in.
struct PanoramaOrder {
  std::string file;
  auto operator<=>(const PanoramaOrder&) const = default;
};

using Order = std::variant<screens::PictureOrder, PanoramaOrder>;

const std::string& file_of(const Order& order);

/// `bytes` (PNG, JPEG or WebP) turned upright; a picture cut, scaled and rounded as its order says, a
/// panorama at most kPanoramaWidthPx wide.
/// Errors: invalid, broken or of another kind; too_large. The message does not name the file.
Result<raster::Image> decode(std::string_view bytes, const Order& order);

}  // namespace conglang::picture
