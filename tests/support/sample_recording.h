#pragma once
// Recordings made on the spot, as a commune would make them: a tone instead of a voice.

#include <string>

namespace conglang::testing {

enum class RecordingKind { opus, vorbis, flac, wav, wav_of_floats, mp3 };

/// How it was recorded.
struct Microphone {
  int channels = 1;
  int rate = 48'000;
  double amplitude = 0.3;  ///< of the tone; 1 is the loudest that fits
};

/// `seconds` of a tone of 200 Hz.
std::string make_recording(double seconds, RecordingKind kind, const Microphone& microphone);
std::string make_recording(double seconds, RecordingKind kind = RecordingKind::opus, int channels = 1);

/// A FLAC file of `seconds` of silence in few bytes; `says`: the length that its head tells, if another.
std::string flac_of_silence(int seconds, double says = 0);

}  // namespace conglang::testing
