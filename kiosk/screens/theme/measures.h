#pragma once
// What a reader's eye and finger need, in degrees and millimetres, and whether a panel gives it. The screens
// are laid out in the pixels of a reference panel; how large those are on the panel at hand is decided here.

#include "kiosk/screens/theme/theme.h"

namespace conglang::screens {

/// The reference panel: 21.5 inch, 1920x1080.
inline constexpr float kReferenceMmPerPx = 0.248F;

/// EN 301 549 5.1.4: capitals of at least 0.7 degrees where the reader stands.
inline constexpr double kLeastCapitalDegrees = 0.7;
inline constexpr double kReadingDistanceMm = 600;

/// Be Vietnam Pro's capitals.
inline constexpr double kCapitalEm = 0.74;

/// Ergonomics 47(13) 2004: standing, a square of 20 mm is enough and preferred.
inline constexpr double kLeastTargetMm = 20;

/// A length of the layout on the glass of `theme`'s panel.
double mm_of(const Theme& theme, double reference_px);

/// The angle of capitals of a text of `em` reference pixels.
double capital_degrees(const Theme& theme, double em);

/// Whether everything that must be read and touched is large enough on this panel. False on one that is too
/// small for its pixels: the kiosk then works, and its log says so.
bool is_large_enough(const Theme& theme);

}  // namespace conglang::screens
