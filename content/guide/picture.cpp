#include "content/guide/picture.h"

#include <algorithm>
#include <array>
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

unsigned little_endian(std::string_view bytes) {
  unsigned value = 0;
  for (std::size_t i = bytes.size(); i > 0; --i)
    value = value << 8U | static_cast<unsigned char>(bytes[i - 1]);
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

// RFC 9649, 2.5 to 2.7: a RIFF file whose first chunk says which of three kinds it is. One that moves has no
// single picture.
std::optional<Size> webp_size(std::string_view bytes) {
  constexpr unsigned kAnimation = 2;
  if (!bytes.starts_with("RIFF") || bytes.size() < 30 || bytes.substr(8, 4) != "WEBP") return std::nullopt;
  const std::string_view kind = bytes.substr(12, 4);
  if (kind == "VP8 ") {
    if (bytes.substr(23, 3) != "\x9d\x01\x2a") return std::nullopt;
    return Size{little_endian(bytes.substr(26, 2)) & 0x3fffU, little_endian(bytes.substr(28, 2)) & 0x3fffU};
  }
  if (kind == "VP8L") {
    const unsigned sides = little_endian(bytes.substr(21, 4));
    return bytes[20] == '\x2f' ? std::optional(Size{(sides & 0x3fffU) + 1, (sides >> 14U & 0x3fffU) + 1})
                               : std::nullopt;
  }
  if (kind != "VP8X" || (static_cast<unsigned char>(bytes[20]) & kAnimation) != 0) return std::nullopt;
  return Size{little_endian(bytes.substr(24, 3)) + 1, little_endian(bytes.substr(27, 3)) + 1};
}

struct Kind {
  Picture::Format format;
  std::string_view name;
  std::string_view extension;
  std::optional<Size> (*size_of)(std::string_view bytes);
};

constexpr std::array kKinds{
    Kind{Picture::Format::png, "PNG", ".png", png_size},
    Kind{Picture::Format::jpeg, "JPEG", ".jpg", jpeg_size},
    Kind{Picture::Format::webp, "WebP", ".webp", webp_size},
};

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
  return std::any_of(kKinds.begin(), kKinds.end(),
                     [&](const Kind& kind) { return extension == kind.extension; });
}

Result<Picture> inspect_picture(std::string_view bytes, std::string_view file) {
  if (bytes.size() > kMaxPictureBytes) {
    return fail(Errc::too_large, "ảnh nặng {} byte, quá {} byte (1 MB); thu nhỏ lại rồi lưu", bytes.size(),
                kMaxPictureBytes);
  }
  const auto kind =
      std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& one) { return one.size_of(bytes); });
  const auto size = kind == kKinds.end() ? std::nullopt : kind->size_of(bytes);
  if (!size || size->width == 0 || size->height == 0) {
    return fail(Errc::invalid,
                "không phải ảnh JPEG, PNG hoặc WebP đứng yên; mở bằng trình xem ảnh và lưu lại");
  }
  if (!file.ends_with(kind->extension)) {
    return fail(Errc::invalid, "là ảnh {}, khác với đuôi của tên tệp; đổi tên cho đúng", kind->name);
  }
  if (!fits(*size)) {
    return fail(Errc::too_large, "ảnh {} × {} điểm; mỗi chiều không quá {}, ảnh toàn cảnh không quá {} × {}",
                size->width, size->height, kMaxPictureSidePx, kMaxPanoramaWidthPx, kMaxPanoramaHeightPx);
  }
  return Picture{std::string(file), kind->format, static_cast<int>(size->width),
                 static_cast<int>(size->height), bytes.size()};
}

bool is_only_panorama(const Picture& picture) {
  return picture.width_px > kMaxPictureSidePx;
}

}  // namespace conglang::guide
