#include <webp/decode.h>

#include "kiosk/picture/codec.h"

namespace conglang::picture {

Result<raster::Image> decode_webp(std::string_view bytes) {
  const auto* const data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  int width = 0;
  int height = 0;
  if (WebPGetInfo(data, bytes.size(), &width, &height) == 0) return fail(Errc::invalid, "the WebP is broken");
  TRY_VOID(check_size(width, height));
  raster::Image image(width, height);
  const std::size_t size = image.argb.size() * 4;
  if (WebPDecodeBGRAInto(data, bytes.size(), reinterpret_cast<std::uint8_t*>(image.argb.data()), size,
                         width * 4) == nullptr) {
    return fail(Errc::invalid, "the WebP is broken, or moves");
  }
  return image;
}

}  // namespace conglang::picture
