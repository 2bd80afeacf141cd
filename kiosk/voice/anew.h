#pragma once
// A recording that somebody made with whatever they have, made anew as a kiosk plays it: one channel of
// speech in Ogg Opus, as loud as the others, with nothing else that its file held. Decoding is the last thing
// that a process should do with its rights: confine it first (confined.h).

#include <string>

#include "content/base/result.h"

namespace conglang::voice {

/// What somebody may send: three minutes of WAV, 16 bits, two channels, 48 kHz, and a little.
inline constexpr std::size_t kMaxSentRecordingBytes = 36UL << 20U;

/// Mean level of speech and the highest peak of what is made, as parts of the largest sample.
inline constexpr float kSpeechLevel = 0.1F;  // -20 dB
inline constexpr float kSpeechPeak = 0.8F;

/// `sent`: WAV, FLAC, MP3, or Ogg with Opus, Vorbis or FLAC. What is too loud is made softer, what is soft
/// louder, as far as that helps.
/// Errors: parse, no such sound, or broken; too_large, longer than kMaxRecordingSeconds, or says so; invalid,
/// nothing is to be heard.
Result<std::string> recording_anew(std::string sent);

}  // namespace conglang::voice
