#include "kiosk/picture/jpeg_file.h"

#include <turbojpeg.h>

#include "content/base/handle.h"

namespace conglang::picture {
namespace {

using Compressor = Handle<void, tjDestroy>;
using Buffer = Handle<unsigned char, tjFree>;

}  // namespace

Result<std::string> encode_jpeg(const raster::Image& image, int quality) {
  if (image.argb.empty()) return fail(Errc::invalid, "a picture without pixels has no JPEG");
  const Compressor compressor(tjInitCompress());
  if (!compressor) return fail(Errc::internal, "the JPEG encoder cannot be set up");
  const auto* const pixels = reinterpret_cast<const unsigned char*>(image.argb.data());
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  const int done = tjCompress2(compressor.get(), pixels, image.width, 0, image.height, TJPF_BGRX, &bytes,
                               &size, TJSAMP_420, quality, TJFLAG_ACCURATEDCT);
  const Buffer owned(bytes);
  if (done != 0)
    return fail(Errc::internal, "the picture could not be written as JPEG: {}",
                tjGetErrorStr2(compressor.get()));
  return std::string(reinterpret_cast<const char*>(bytes), size);
}

}  // namespace conglang::picture
