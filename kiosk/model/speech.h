#pragma once
// Reading aloud: what of it is remembered, and what is to be heard. The view says what should sound, as it
// says what should be seen; the platform makes it so, and tells when a sentence has come to its end.

#include <string>
#include <string_view>
#include <vector>

namespace conglang::kiosk {

enum class Pace { normal, slow };

inline constexpr int kLoudest = 4;
inline constexpr int kUsualLoudness = 3;

/// A page is being read, or, when `name` is not empty, the control that the keypad has come to is named.
struct Speech {
  int sentence = 0;
  bool paused = false;
  int saying =
      0;  ///< counts up with everything said, so that an old sentence's end is not taken for this one's
  std::string name = {};

  bool operator==(const Speech&) const = default;
};

/// One sentence of a page.
struct Sentence {
  std::string shown;   ///< as it stands on the screen, where it is lit while it is heard
  std::string spoken;  ///< in words: numbers, dates and abbreviations written out

  bool operator==(const Sentence&) const = default;
};

/// What is to be heard now.
struct SpeechView {
  Sentence sentence;
  std::string recording = {};  ///< a file of the content, of all of the page; then there is no sentence
  std::string language;        ///< of the voice
  Pace pace = Pace::normal;
  int loudness = kUsualLoudness;  ///< 1 to kLoudest
  bool paused = false;
  int saying = 0;     ///< for SpeechEnded
  bool last = false;  ///< for SpeechEnded

  bool operator==(const SpeechView&) const = default;
};

}  // namespace conglang::kiosk
