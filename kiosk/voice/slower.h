#pragma once
// A recording said more slowly, at the pitch that it has.

#include "kiosk/voice/sound.h"

namespace conglang::voice {

/// How much longer it takes at Pace::slow; the synthesised voice slows down as much (135 to 95 words a
/// minute).
inline constexpr double kSlowness = 1.4;

/// `sound` stretched by kSlowness.
/// Source: Verhelst and Roelands, "An overlap-add technique based on waveform similarity (WSOLA)", 1993.
Sound slower(const Sound& sound);

}  // namespace conglang::voice
