#include "kiosk/picture/decode.h"

#include <algorithm>
#include <cmath>

#include "kiosk/picture/codec.h"
#include "kiosk/picture/exif.h"
#include "kiosk/raster/scale.h"

namespace conglang::picture {
namespace {

using raster::Box;
using raster::Image;

bool is_png(std::string_view bytes) {
  return bytes.starts_with("\x89PNG");
}

bool is_jpeg(std::string_view bytes) {
  return bytes.starts_with("\xff\xd8\xff");
}

bool is_webp(std::string_view bytes) {
  return bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP");
}

// EXIF's orientations: 5 to 8 lie on their side, 2, 4, 5 and 7 are mirrored.
Image upright(Image image, int orientation) {
  if (orientation == 1) return image;
  const bool sideways = orientation >= 5;
  Image turned(sideways ? image.height : image.width, sideways ? image.width : image.height);
  const bool flip_x = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool flip_y = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  for (int y = 0; y < turned.height; ++y) {
    for (int x = 0; x < turned.width; ++x) {
      int source_x = sideways ? y : x;
      int source_y = sideways ? x : y;
      if (flip_x) source_x = image.width - 1 - source_x;
      if (flip_y) source_y = image.height - 1 - source_y;
      turned.pixels().row(y)[x] = image.pixels().row(source_y)[source_x];
    }
  }
  return turned;
}

Result<Image> decode_whole(std::string_view bytes, Least least) {
  if (is_png(bytes)) return decode_png(bytes);
  if (is_webp(bytes)) return decode_webp(bytes);
  if (!is_jpeg(bytes)) return fail(Errc::invalid, "it is no PNG, JPEG or WebP");
  const int orientation = exif_orientation(bytes);
  if (orientation >= 5) std::swap(least.width, least.height);
  TRY(Image image, decode_jpeg(bytes, least));
  return upright(std::move(image), orientation);
}

// The middle of `image` that has the shape of `order`.
Box cut_to_shape(const Image& image, const screens::PictureOrder& order) {
  const double scale = std::max(static_cast<double>(order.width) / image.width,
                                static_cast<double>(order.height) / image.height);
  const auto side = [scale](int wanted, int all) {
    return std::clamp(static_cast<int>(std::lround(wanted / scale)), 1, all);
  };
  const int width = side(order.width, image.width);
  const int height = side(order.height, image.height);
  const int left = (image.width - width) / 2;
  const int top = (image.height - height) / 2;
  return {left, top, left + width, top + height};
}

Image fitted(const Image& image, const screens::PictureOrder& order) {
  const Box all{0, 0, image.width, image.height};
  if (order.fit == screens::Fit::cover) {
    return raster::scaled_to(image, cut_to_shape(image, order), order.width, order.height);
  }
  const double scale = std::min(static_cast<double>(order.width) / image.width,
                                static_cast<double>(order.height) / image.height);
  const auto side = [scale](int of) { return std::max(1, static_cast<int>(std::lround(of * scale))); };
  return raster::scaled_to(image, all, std::min(side(image.width), order.width),
                           std::min(side(image.height), order.height));
}

Result<Image> decode_as(std::string_view bytes, const screens::PictureOrder& order) {
  TRY_VOID(check_size(order.width, order.height));
  TRY(const Image image, decode_whole(bytes, {order.width, order.height}));
  Image result = fitted(image, order);
  raster::round_corners(result, order.radius);
  return result;
}

Result<Image> decode_as(std::string_view bytes, const PanoramaOrder&) {
  TRY(Image image, decode_whole(bytes, {kPanoramaWidthPx, 1}));
  if (image.width <= kPanoramaWidthPx) return image;
  const long height = std::max(1L, static_cast<long>(image.height) * kPanoramaWidthPx / image.width);
  return raster::scaled_to(image, {0, 0, image.width, image.height}, kPanoramaWidthPx,
                           static_cast<int>(height));
}

}  // namespace

Result<void> check_size(long width, long height) {
  if (width > 0 && height > 0 && width <= kMaxSidePx && height <= kMaxSidePx &&
      width * height <= kMaxPixels) {
    return {};
  }
  return fail(Errc::too_large, "{} x {} pixels; at most {} a side and {} in all are decoded", width, height,
              kMaxSidePx, kMaxPixels);
}

const std::string& file_of(const Order& order) {
  return std::visit([](const auto& one) -> const std::string& { return one.file; }, order);
}

Result<Image> decode(std::string_view bytes, const Order& order) {
  return std::visit([bytes](const auto& one) { return decode_as(bytes, one); }, order);
}

}  // namespace conglang::picture
