#include <turbojpeg.h>

#include <span>

#include "content/base/handle.h"
#include "kiosk/picture/codec.h"

namespace conglang::picture {
namespace {

using Decompressor = Handle<void, tjDestroy>;

// The smallest of the decoder's own sizes that still holds `least` both ways.
tjscalingfactor scaling_for(int width, int height, const Least& least) {
  tjscalingfactor best{1, 1};
  int count = 0;
  const tjscalingfactor* const known = tjGetScalingFactors(&count);
  for (const tjscalingfactor& one :
       std::span(known, static_cast<std::size_t>(known != nullptr ? count : 0))) {
    const bool enough = TJSCALED(width, one) >= least.width && TJSCALED(height, one) >= least.height;
    if (enough && TJSCALED(width, one) < TJSCALED(width, best)) best = one;
  }
  return best;
}

}  // namespace

Result<raster::Image> decode_jpeg(std::string_view bytes, const Least& least) {
  const Decompressor decompressor(tjInitDecompress());
  if (!decompressor) return fail(Errc::internal, "the JPEG decoder cannot be set up");
  const auto* const data = reinterpret_cast<const unsigned char*>(bytes.data());
  int width = 0;
  int height = 0;
  int subsampling = 0;
  int colors = 0;
  if (tjDecompressHeader3(decompressor.get(), data, bytes.size(), &width, &height, &subsampling, &colors) !=
      0) {
    return fail(Errc::invalid, "the JPEG is broken: {}", tjGetErrorStr2(decompressor.get()));
  }
  TRY_VOID(check_size(width, height));
  const tjscalingfactor scaling = scaling_for(width, height, least);
  raster::Image image(TJSCALED(width, scaling), TJSCALED(height, scaling));
  // A warning is a file that ends early: what there is of it is no whole picture. The limit of scans is for
  // progressive files that repeat themselves for hours.
  const int flags = TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS;
  if (tjDecompress2(decompressor.get(), data, bytes.size(),
                    reinterpret_cast<unsigned char*>(image.argb.data()), image.width, 0, image.height,
                    TJPF_BGRA, flags) != 0) {
    return fail(Errc::invalid, "the JPEG is broken: {}", tjGetErrorStr2(decompressor.get()));
  }
  return image;
}

}  // namespace conglang::picture
