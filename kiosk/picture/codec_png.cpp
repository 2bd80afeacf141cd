#include <png.h>

#include "kiosk/picture/codec.h"

namespace conglang::picture {
namespace {

struct Reading {
  png_image about{};
  Reading() { about.version = PNG_IMAGE_VERSION; }
  ~Reading() { png_image_free(&about); }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
};

}  // namespace

Result<raster::Image> decode_png(std::string_view bytes) {
  Reading reading;
  png_image& about = reading.about;
  if (png_image_begin_read_from_memory(&about, bytes.data(), bytes.size()) == 0) {
    return fail(Errc::invalid, "the PNG is broken: {}", about.message);
  }
  TRY_VOID(check_size(about.width, about.height));
  about.format = PNG_FORMAT_BGRA;
  raster::Image image(static_cast<int>(about.width), static_cast<int>(about.height));
  // Zero for a file that ends early too.
  if (png_image_finish_read(&about, nullptr, image.argb.data(), 0, nullptr) == 0) {
    return fail(Errc::invalid, "the PNG is broken: {}", about.message);
  }
  return image;
}

}  // namespace conglang::picture
