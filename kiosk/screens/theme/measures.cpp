#include "kiosk/screens/theme/measures.h"

#include <cmath>
#include <numbers>

namespace conglang::screens {
namespace {

// Of everything that may be touched, in reference pixels: the buttons of bars.
constexpr double kLeastTarget = 84;

// The panel's own size is given in tenths of an inch, the type in whole pixels.
constexpr double kRounding = 0.99;

}  // namespace

double mm_of(const Theme& theme, double reference_px) {
  return reference_px * static_cast<double>(theme.scale) * theme.mm_per_px;
}

double capital_degrees(const Theme& theme, double em) {
  const double height = mm_of(theme, em) * kCapitalEm;
  return 2 * std::atan(height / 2 / kReadingDistanceMm) * 180 / std::numbers::pi;
}

bool is_large_enough(const Theme& theme) {
  return capital_degrees(theme, static_cast<double>(type::kMinor)) >= kRounding * kLeastCapitalDegrees &&
         mm_of(theme, kLeastTarget) >= kRounding * kLeastTargetMm;
}

}  // namespace conglang::screens
