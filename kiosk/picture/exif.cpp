#include "kiosk/picture/exif.h"

#include <cstddef>

namespace conglang::picture {
namespace {

constexpr unsigned kOrientationTag = 0x0112;

// Bytes of a TIFF block, in its own order. Beyond the end all is zero.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), little_(bytes.substr(0, 2) == "II") {}

  unsigned two(std::size_t at) const {
    const unsigned first = byte(at);
    const unsigned second = byte(at + 1);
    return little_ ? second << 8U | first : first << 8U | second;
  }
  std::size_t four(std::size_t at) const {
    const std::size_t first = two(at);
    const std::size_t second = two(at + 2);
    return little_ ? second << 16U | first : first << 16U | second;
  }

 private:
  unsigned byte(std::size_t at) const {
    return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0U;
  }

  std::string_view bytes_;
  bool little_;
};

int orientation_in(std::string_view block) {
  const Tiff tiff(block);
  const std::size_t directory = tiff.four(4);
  const unsigned entries = tiff.two(directory);
  for (unsigned i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + i * std::size_t{12};
    if (entry >= block.size()) break;
    if (tiff.two(entry) != kOrientationTag) continue;
    const unsigned value = tiff.two(entry + 8);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

}  // namespace

int exif_orientation(std::string_view jpeg) {
  constexpr std::string_view kExif("Exif\0\0", 6);
  std::string_view rest = jpeg.substr(jpeg.size() < 2 ? jpeg.size() : 2);
  // Segments of a marker and a length that counts itself; EXIF is in one of the first.
  while (rest.size() >= 4 && rest[0] == '\xff') {
    const std::size_t length = static_cast<std::size_t>(static_cast<unsigned char>(rest[2])) << 8U |
                               static_cast<unsigned char>(rest[3]);
    if (rest[1] == '\xda' || length < 2 || rest.size() < 2 + length) break;
    const std::string_view body = rest.substr(4, length - 2);
    if (rest[1] == '\xe1' && body.starts_with(kExif)) return orientation_in(body.substr(kExif.size()));
    rest.remove_prefix(2 + length);
  }
  return 1;
}

}  // namespace conglang::picture
