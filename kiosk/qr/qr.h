#pragma once
// A payload to the modules of a QR code, and how large to draw them. Pure: no drawing, no policy (which
// addresses may become a code is content/guide/link_policy.h). libqrencode is used here and nowhere else.
//
// The smallest version that level L needs, then the highest level that keeps it: module size decides how far
// a phone reads, error correction hardly. Bytes mode always, so that the version depends on the length alone.

#include <cstddef>
#include <string_view>
#include <vector>

#include "content/base/result.h"

namespace conglang::qr {

/// Error correction level: about 7, 15, 25 and 30 % of the code may be lost.
enum class Level { L, M, Q, H };

/// Modules of clear ground that a code needs on every side.
inline constexpr int kQuietZone = 4;

/// Version 40 at level L holds no more (ISO/IEC 18004, table 7).
inline constexpr std::size_t kMaxPayloadBytes = 2953;

/// A code without its quiet zone.
struct Code {
  int version = 0;  ///< 1 to 40
  Level level = Level::L;
  int size = 0;               ///< modules a side: 17 + 4 * version
  std::vector<bool> modules;  ///< true is dark; row by row, size * size

  bool operator==(const Code&) const = default;
  bool dark(int x, int y) const { return modules[static_cast<std::size_t>(y * size + x)]; }
};

/// Encodes `payload` (UTF-8) at the smallest version, with the highest level that still fits that version.
/// Errors: invalid, an empty payload or one with a NUL byte; too_large, over kMaxPayloadBytes; internal.
Result<Code> encode(std::string_view payload);

/// How large the modules of a code are drawn.
struct ModuleSize {
  int px = 1;               ///< whole pixels a module, at least 1
  bool below_floor = true;  ///< under 2.5 mm: phones must come closer than is comfortable
};

inline constexpr double kFloorModuleMm = 2.5;
inline constexpr double kAimModuleMm = 3.5;  ///< the middle of 3 to 4 mm
inline constexpr double kMaxModuleMm = 4.0;
inline constexpr double kMaxCodeMm = 161.0;  ///< 650 px on 21.5" Full HD; a larger code stops helping

/// Pixels a module for a code of `size` modules in a square box of `box_px` (the quiet zone included) on a
/// screen of `mm_per_px`: as near to 3.5 mm as the box and kMaxCodeMm allow, never over 4 mm, the floor kept
/// before kMaxCodeMm. `size` >= 21, `box_px` > 0, `mm_per_px` > 0.
ModuleSize module_px(int size, int box_px, double mm_per_px);

}  // namespace conglang::qr
