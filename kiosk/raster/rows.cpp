#include "kiosk/raster/rows.h"

#include <cstring>

#include "kiosk/raster/blend.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace conglang::raster {
namespace {

Argb from_rgba(const std::uint8_t* rgba) {
  return (static_cast<Argb>(rgba[3]) << 24U) | (static_cast<Argb>(rgba[0]) << 16U) |
         (static_cast<Argb>(rgba[1]) << 8U) | rgba[2];
}

void cover(Argb& pixel, std::uint32_t coverage, Argb color) {
  const std::uint32_t alpha = scaled(coverage, alpha_of(color));
  if (alpha != 0) pixel = over(pixel, color, alpha);
}

#if defined(__SSE2__)

// Four pixels, or eight channels as numbers of 16 bits.
using Lanes = __m128i;

Lanes load(const void* from) {
  return _mm_loadu_si128(static_cast<const Lanes*>(from));
}

void store(Argb* to, Lanes pixels) {
  _mm_storeu_si128(reinterpret_cast<Lanes*>(to), pixels);
}

Lanes all(Argb pixel) {
  return _mm_set1_epi32(static_cast<int>(pixel));
}

Lanes all_16(std::uint32_t number) {
  return _mm_set1_epi16(static_cast<short>(number));
}

// Sums of products of two bytes, as scaled() divides them by 255.
Lanes rounded(Lanes sums) {
  const Lanes up = _mm_add_epi16(sums, all_16(128));
  return _mm_srli_epi16(_mm_add_epi16(up, _mm_srli_epi16(up, 8)), 8);
}

Lanes mixed(Lanes below, Lanes color, Lanes alpha) {
  const Lanes rest = _mm_sub_epi16(all_16(255), alpha);
  return rounded(_mm_add_epi16(_mm_mullo_epi16(color, alpha), _mm_mullo_epi16(below, rest)));
}

// `colors` over `below`; `low` and `high` hold the alpha of the first and the last two pixels, once a
// channel.
Lanes over(Lanes below, Lanes colors, Lanes low, Lanes high) {
  const Lanes zero = _mm_setzero_si128();
  return _mm_packus_epi16(mixed(_mm_unpacklo_epi8(below, zero), _mm_unpacklo_epi8(colors, zero), low),
                          mixed(_mm_unpackhi_epi8(below, zero), _mm_unpackhi_epi8(colors, zero), high));
}

// Four pixels of `color`, covered as far as four bytes say. A pixel that is not covered stays as it is.
Lanes covered(Lanes below, std::uint32_t coverage, Lanes color, Lanes alpha) {
  const Lanes zero = _mm_setzero_si128();
  const Lanes bytes = _mm_unpacklo_epi8(_mm_cvtsi32_si128(static_cast<int>(coverage)), zero);
  const Lanes here = rounded(_mm_mullo_epi16(bytes, alpha));
  const Lanes twice = _mm_unpacklo_epi16(here, here);
  const Lanes drawn = over(below, color, _mm_unpacklo_epi32(twice, twice), _mm_unpackhi_epi32(twice, twice));
  const Lanes none = _mm_cmpeq_epi32(twice, zero);
  return _mm_or_si128(drawn, _mm_andnot_si128(none, all(kOpaque)));
}

Lanes from_rgba(Lanes rgba) {
  const Lanes red_blue = _mm_and_si128(rgba, all(0x00FF00FF));
  const Lanes swapped = _mm_or_si128(_mm_slli_epi32(red_blue, 16), _mm_srli_epi32(red_blue, 16));
  return _mm_or_si128(swapped, _mm_and_si128(rgba, all(0xFF00FF00)));
}

bool is_opaque(Lanes pixels) {
  const Lanes alpha = _mm_or_si128(pixels, all(~kOpaque));
  return _mm_movemask_epi8(_mm_cmpeq_epi8(alpha, all(0xFFFFFFFF))) == 0xFFFF;
}

Lanes pictured(Lanes below, Lanes colors) {
  if (is_opaque(colors)) return colors;
  const Lanes alpha = _mm_srli_epi32(colors, 24);
  const Lanes twice = _mm_or_si128(alpha, _mm_slli_epi32(alpha, 16));
  const Lanes drawn = over(below, colors, _mm_unpacklo_epi32(twice, twice), _mm_unpackhi_epi32(twice, twice));
  return _mm_or_si128(drawn, all(kOpaque));
}

#endif

}  // namespace

void blend_row(Argb* row, int count, Argb color) {
  const std::uint32_t alpha = alpha_of(color);
  if (alpha == 0) return;
  if (alpha == 255) {
    std::fill_n(row, count, color);
    return;
  }
  int i = 0;
#if defined(__SSE2__)
  const Lanes colors = all(color);
  const Lanes alphas = all_16(alpha);
  for (; i + 4 <= count; i += 4) {
    store(row + i, _mm_or_si128(over(load(row + i), colors, alphas, alphas), all(kOpaque)));
  }
#endif
  for (; i < count; ++i) blend(row[i], color);
}

void blend_covered(Argb* row, const std::uint8_t* coverage, int count, Argb color) {
  int i = 0;
#if defined(__SSE2__)
  const Lanes colors = all(color);
  const Lanes alpha = all_16(alpha_of(color));
  for (; i + 4 <= count; i += 4) {
    std::uint32_t four = 0;
    std::memcpy(&four, coverage + i, sizeof four);
    if (four != 0) store(row + i, covered(load(row + i), four, colors, alpha));
  }
#endif
  for (; i < count; ++i) cover(row[i], coverage[i], color);
}

void blend_picture(Argb* row, const std::uint8_t* rgba, int count, Argb tint) {
  int i = 0;
#if defined(__SSE2__)
  for (; tint == 0xFFFFFFFF && i + 4 <= count; i += 4) {
    store(row + i, pictured(load(row + i), from_rgba(load(rgba + std::ptrdiff_t{4} * i))));
  }
#endif
  for (; i < count; ++i) blend(row[i], modulated(from_rgba(rgba + std::ptrdiff_t{4} * i), tint));
}

}  // namespace conglang::raster
