#include "content/guide/picture.h"

#include <optional>

#include "content/guide/object_reader.h"

namespace conglang::guide {
namespace {

constexpr std::string_view kPngHead("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
constexpr std::string_view kJpegHead("\xff\xd8\xff", 3);

struct Size {
  unsigned width = 0;
  unsigned height = 0;
};

unsigned big_endian(std::string_view bytes) {
  unsigned value = 0;
  for (const char c : bytes) value = value << 8U | static_cast<unsigned char>(c);
  return value;
}

// PNG (third edition), 11.2.2: the first chunk is IHDR, which begins with width and height.
std::optional<Size> png_size(std::string_view bytes) {
  if (!bytes.starts_with(kPngHead) || bytes.size() < kPngHead.size() + 8) return std::nullopt;
  return Size{big_endian(bytes.substr(16, 4)), big_endian(bytes.substr(20, 4))};
}

// SOF0..SOF2: what every decoder reads.
bool is_common_frame(unsigned marker) {
  return marker >= 0xc0 && marker <= 0xc2;
}

// DHT, JPG and DAC stand among the frame markers and are none.
bool is_frame(unsigned marker) {
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

// ITU-T T.81, B.1.1: segments of a marker, a length that counts itself, and parameters, up to the frame
// header, which holds precision, height and width.
std::optional<Size> jpeg_size(std::string_view bytes) {
  if (!bytes.starts_with(kJpegHead)) return std::nullopt;
  bytes.remove_prefix(2);
  while (bytes.size() >= 4 && bytes[0] == '\xff') {
    const auto marker = static_cast<unsigned char>(bytes[1]);
    if (marker == 0xff) {  // a fill byte
      bytes.remove_prefix(1);
      continue;
    }
    const unsigned length = big_endian(bytes.substr(2, 2));
    if (length < 2 || bytes.size() < 2 + length || marker == 0xda) return std::nullopt;
    if (is_frame(marker)) {
      if (!is_common_frame(marker) || length < 8) return std::nullopt;
      return Size{big_endian(bytes.substr(7, 2)), big_endian(bytes.substr(5, 2))};
    }
    bytes.remove_prefix(2 + length);
  }
  return std::nullopt;
}

bool fits(const Size& size) {
  const bool picture = size.width <= kMaxPictureSidePx && size.height <= kMaxPictureSidePx;
  const bool panorama = size.width <= kMaxPanoramaWidthPx && size.height <= kMaxPanoramaHeightPx;
  return picture || panorama;
}

}  // namespace

bool is_picture_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || !is_slug(name.substr(0, dot))) return false;
  const std::string_view extension = name.substr(dot);
  return extension == ".jpg" || extension == ".png";
}

Result<Picture> inspect_picture(std::string_view bytes, std::string_view file) {
  if (bytes.size() > kMaxPictureBytes) {
    return fail(Errc::too_large, "ảnh nặng {} byte, quá {} byte (1 MB); thu nhỏ lại rồi lưu", bytes.size(),
                kMaxPictureBytes);
  }
  const auto png = png_size(bytes);
  const auto size = png ? png : jpeg_size(bytes);
  if (!size || size->width == 0 || size->height == 0) {
    return fail(Errc::invalid, "không phải ảnh JPEG hoặc PNG; mở bằng trình xem ảnh và lưu lại");
  }
  if (file.ends_with(".png") != png.has_value()) {
    return fail(Errc::invalid, "là ảnh {}, khác với đuôi của tên tệp; đổi tên cho đúng",
                png ? "PNG" : "JPEG");
  }
  if (!fits(*size)) {
    return fail(Errc::too_large, "ảnh {} × {} điểm; mỗi chiều không quá {}, ảnh toàn cảnh không quá {} × {}",
                size->width, size->height, kMaxPictureSidePx, kMaxPanoramaWidthPx, kMaxPanoramaHeightPx);
  }
  return Picture{std::string(file), png ? Picture::Format::png : Picture::Format::jpeg,
                 static_cast<int>(size->width), static_cast<int>(size->height), bytes.size()};
}

bool is_only_panorama(const Picture& picture) {
  return picture.width_px > kMaxPictureSidePx;
}

}  // namespace conglang::guide
