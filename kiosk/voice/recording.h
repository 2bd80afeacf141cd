#pragma once
// A recording of a page as sound. It is decoded by a program of ours in a process of its own, which may read
// its input, write its output and nothing else: a file that breaks a decoder breaks that process alone.
// Blocks: to be called off the main thread.

#include <chrono>
#include <string>
#include <string_view>

#include "kiosk/voice/sound.h"

namespace conglang::voice {

/// The longest; more is not decoded.
inline constexpr int kMaxRecordingSeconds = 180;

class RecordingReader {
 public:
  /// `program`: conglang-recording, or what stands in for it.
  explicit RecordingReader(std::string program = program_beside_us(),
                           std::chrono::milliseconds limit = std::chrono::seconds(15))
      : program_(std::move(program)), limit_(limit) {}

  /// An Ogg file of Opus or Vorbis.
  /// Errors: not_found, the program is not installed; io, it crashed, was killed after the limit or can make
  /// nothing of the bytes; parse, too_large.
  Result<Sound> read(std::string_view bytes) const;

 private:
  /// In the folder of the program that runs.
  static std::string program_beside_us();

  std::string program_;
  std::chrono::milliseconds limit_;
};

}  // namespace conglang::voice
