#pragma once
// Sun and moon, as far as a calendar asks for them.

namespace conglang {

/// Days since 2000-01-01 12:00 UTC.
using SkyTime = double;

/// The `k`th new moon; 0 is that of 2000-01-06.
/// Source: Jean Meeus, Astronomical Algorithms, 2nd edition, chapter 49 (within about 20 s for 1900 to 2100).
SkyTime new_moon(int k);

/// The sun's apparent longitude in degrees, 0 to 360.
/// Source: P. Bretagnon and J.-L. Simon, Planetary Programs and Tables from -4000 to +2800, as printed in
/// E. Reingold and N. Dershowitz, Calendrical Calculations, 4th edition, (14.33) (within 0.0006 degrees).
double sun_longitude(SkyTime time);

}  // namespace conglang
