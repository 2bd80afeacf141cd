#pragma once
// Pictures of a commune. What they are is told by their bytes, never by their names: a file that is not quite
// a picture of moderate size does not reach a decoder.

#include <cstddef>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/guide/text_in_languages.h"

namespace conglang::guide {

inline constexpr std::size_t kMaxPictureBytes = 1024UL * 1024;
inline constexpr int kMaxPictureSidePx = 4096;
inline constexpr int kMaxPanoramaWidthPx = 8192;
inline constexpr int kMaxPanoramaHeightPx = 2048;

/// A picture on a page.
struct PictureUse {
  std::string file;  ///< name in the commune's pictures/: "dinh-thuong-thap.jpg"
  Text alt;          ///< what it shows, for who cannot see it
  bool panorama = false;

  bool operator==(const PictureUse&) const = default;
};

/// What is known of a stored picture without decoding it.
struct Picture {
  enum class Format { jpeg, png, webp };
  std::string file;
  Format format = Format::jpeg;
  int width_px = 0;
  int height_px = 0;
  std::size_t bytes = 0;

  bool operator==(const Picture&) const = default;
};

/// True for `<slug>.jpg`, `<slug>.png` and `<slug>.webp`.
bool is_picture_name(std::string_view name);

/// Looks at the head of `bytes`; decodes nothing.
/// Errors: too_large, over kMaxPictureBytes, or over kMaxPictureSidePx a side and no panorama either;
/// invalid, no PNG, JPEG (baseline or progressive) or WebP that stands still, or of another kind than `file`
/// says.
Result<Picture> inspect_picture(std::string_view bytes, std::string_view file);

/// True when the picture is too wide for anything but a panorama.
bool is_only_panorama(const Picture& picture);

}  // namespace conglang::guide
