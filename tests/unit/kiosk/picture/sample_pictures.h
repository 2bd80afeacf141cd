#pragma once
// Files of pictures made on the spot.

#include <turbojpeg.h>
#include <webp/encode.h>

#include <string>

#include "kiosk/picture/png_file.h"
#include "kiosk/raster/pixels.h"

namespace conglang::testing {

/// Red on the left, blue on the right.
inline raster::Image red_and_blue(int width, int height) {
  raster::Image image(width, height);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) image.pixels().row(y)[x] = x < width / 2 ? 0xFFE02020 : 0xFF2020E0;
  }
  return image;
}

inline std::string png_of(const raster::Image& image) {
  return picture::encode_png(image).value();
}

inline std::string jpeg_of(raster::Image image, bool progressive = false) {
  const tjhandle encoder = tjInitCompress();
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  tjCompress2(encoder, reinterpret_cast<unsigned char*>(image.argb.data()), image.width, 0, image.height,
              TJPF_BGRX, &bytes, &size, TJSAMP_444, 95, progressive ? TJFLAG_PROGRESSIVE : 0);
  std::string file(reinterpret_cast<const char*>(bytes), size);
  tjFree(bytes);
  tjDestroy(encoder);
  return file;
}

inline std::string webp_of(const raster::Image& image) {
  std::uint8_t* bytes = nullptr;
  const std::size_t size = WebPEncodeBGRA(reinterpret_cast<const std::uint8_t*>(image.argb.data()),
                                          image.width, image.height, image.width * 4, 90, &bytes);
  std::string file(reinterpret_cast<const char*>(bytes), size);
  WebPFree(bytes);
  return file;
}

/// `jpeg` with EXIF that says how the camera was held.
inline std::string with_orientation(const std::string& jpeg, char orientation) {
  std::string exif("Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 24);
  exif += orientation;
  exif.append(7, '\0');
  const auto length = static_cast<char>(exif.size() + 2);
  return jpeg.substr(0, 2) + "\xff\xe1" + std::string(1, '\0') + length + exif + jpeg.substr(2);
}

}  // namespace conglang::testing
