#pragma once
// Recordings made on the spot, as a commune would make them: a tone instead of a voice.

#include <string>

namespace conglang::testing {

enum class RecordingKind { opus, vorbis, flac, wav };

/// `seconds` of a tone of 200 Hz; of `channels`.
std::string make_recording(double seconds, RecordingKind kind = RecordingKind::opus, int channels = 1);

}  // namespace conglang::testing
