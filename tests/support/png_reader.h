#pragma once
// PNG files as any other program reads them.

#include <png.h>

#include <optional>
#include <string>

#include "kiosk/raster/pixels.h"
#include "tests/support/grey_image.h"

namespace conglang::testing {

/// Nothing for what is no PNG.
inline std::optional<raster::Image> read_png(const std::string& bytes) {
  png_image about{};
  about.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&about, bytes.data(), bytes.size()) == 0) return std::nullopt;
  about.format = PNG_FORMAT_BGRA;
  raster::Image image(static_cast<int>(about.width), static_cast<int>(about.height));
  if (png_image_finish_read(&about, nullptr, image.argb.data(), 0, nullptr) == 0) return std::nullopt;
  return image;
}

inline GreyImage grey(const raster::Image& image) {
  GreyImage grey{image.width, image.height, {}};
  for (const raster::Argb pixel : image.argb) {
    const auto sum = ((pixel >> 16U) & 0xFFU) + ((pixel >> 8U) & 0xFFU) + (pixel & 0xFFU);
    grey.pixels.push_back(static_cast<std::uint8_t>(sum / 3));
  }
  return grey;
}

}  // namespace conglang::testing
