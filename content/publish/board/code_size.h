#pragma once
// How large a printed code is, and from how far a phone takes it.

#include "kiosk/qr/qr.h"

namespace conglang::board {

/// Metres of distance a millimetre of module gives. Measured with simulated cheap phones: modules of 3 to 4
/// mm read at about 0.9 to 1.2 m; a code of 33 modules is then read from ten times its own width, the usual
/// rule.
inline constexpr double kMetresPerModuleMm = 0.3;

inline double reading_distance_m(double module_mm) {
  return module_mm * kMetresPerModuleMm;
}

/// A dot at 150 to the inch: two, four or eight of a printer's at 300, 600 or 1200. Modules are whole dots,
/// so that none comes out wider than the next: from such a page ZBar takes every code, from others not
/// always.
inline constexpr double kDotMm = 25.4 / 150;

/// The module of a code of `size` modules that fills a square of `box_mm` with its quiet zone, in whole dots.
/// A code never gets wider than qr::kMaxCodeMm: larger ones stop helping.
double module_mm(int size, double box_mm);

/// The place nearest to `mm` where a dot begins.
double on_grid(double mm);

/// The side of the code with its quiet zone.
inline double code_box_mm(int size, double module) {
  return (size + 2 * qr::kQuietZone) * module;
}

}  // namespace conglang::board
