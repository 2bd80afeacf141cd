#include "kiosk/picture/png_file.h"

#include <png.h>

#include <vector>

namespace conglang::picture {
namespace {

std::vector<png_byte> as_rgb(const raster::Image& image) {
  std::vector<png_byte> bytes;
  bytes.reserve(image.argb.size() * 3);
  for (const raster::Argb pixel : image.argb) {
    for (const unsigned shift : {16U, 8U, 0U})
      bytes.push_back(static_cast<png_byte>((pixel >> shift) & 0xFFU));
  }
  return bytes;
}

}  // namespace

Result<std::string> encode_png(const raster::Image& image) {
  if (image.argb.empty()) return fail(Errc::invalid, "a picture without pixels has no PNG");
  png_image about{};
  about.version = PNG_IMAGE_VERSION;
  about.width = static_cast<png_uint_32>(image.width);
  about.height = static_cast<png_uint_32>(image.height);
  about.format = PNG_FORMAT_RGB;
  const std::vector<png_byte> rgb = as_rgb(image);
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(about);
  std::string bytes(size, '\0');
  if (png_image_write_to_memory(&about, bytes.data(), &size, 0, rgb.data(), 0, nullptr) == 0) {
    return fail(Errc::internal, "the picture could not be written as PNG: {}", about.message);
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace conglang::picture
