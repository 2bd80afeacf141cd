#pragma once
// A sentence as sound, by espeak-ng in a process of its own: it gets a text and hands back a WAV file, and
// whatever befalls it (a crash, a hang, its licence) befalls it alone. Blocks: to be called off the main
// thread. Nothing is written to disk.

#include <chrono>
#include <string>

#include "kiosk/voice/sound.h"

namespace conglang::voice {

struct Sentence {
  std::string text;      ///< words only: numbers and dates written out (content/text/spoken.h)
  std::string language;  ///< "vi", "en": the voice that says it
  Pace pace = Pace::normal;

  bool operator==(const Sentence&) const = default;
};

/// Longer texts are refused: a page is spoken sentence by sentence.
inline constexpr std::size_t kMaxSentenceBytes = 8UL * 1024;

class Synthesiser {
 public:
  /// `program`: espeak-ng, or what stands in for it; looked for in PATH if it holds no "/".
  explicit Synthesiser(std::string program = "espeak-ng",
                       std::chrono::milliseconds limit = std::chrono::seconds(10))
      : program_(std::move(program)), limit_(limit) {}

  /// Errors: too_large; not_found, the program is not installed; io, it crashed, was killed after the limit,
  /// or ended with an error; parse, what it wrote is no sound.
  Result<Sound> say(const Sentence& sentence) const;

  /// True when the program can be started and knows `language`.
  bool speaks(const std::string& language) const;

 private:
  std::string program_;
  std::chrono::milliseconds limit_;
};

}  // namespace conglang::voice
