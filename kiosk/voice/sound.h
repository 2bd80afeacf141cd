#pragma once
// Sound as the voice hands it on: whole, in memory, one channel.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"

namespace conglang::voice {

enum class Pace { normal, slow };

struct Sound {
  int rate = 22050;                   ///< samples a second
  std::vector<std::int16_t> samples;  ///< one channel

  bool operator==(const Sound&) const = default;
};

/// No sentence is longer: at 48,000 samples a second, three minutes.
inline constexpr std::size_t kMaxSamples = 48'000UL * 180;

/// A WAV file of that length, of one channel.
inline constexpr std::size_t kMaxWavBytes = 2 * kMaxSamples + 4096;

/// Reads a WAV file of 16-bit samples, one channel or two. The lengths that a program writes before it knows
/// how much is to come are not believed: what is there counts.
/// Errors: parse, not such a file or no samples; too_large, more than kMaxSamples.
Result<Sound> read_wav(std::string_view bytes);

/// The same sound as such a file.
std::string write_wav(const Sound& sound);

/// Four steps of loudness, the same for every sentence and every voice.
inline constexpr int kLoudest = 4;

/// The largest sample allowed: 1 dB below where a speaker's amplifier would cut the wave.
inline constexpr int kHighestPeak = 29'204;

/// `sound` at loudness `step`, 1 to kLoudest: each step is 6 dB, and no sample passes kHighestPeak.
Sound at_loudness(Sound sound, int step);

}  // namespace conglang::voice
