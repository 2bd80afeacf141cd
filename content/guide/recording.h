#pragma once
// Recordings that a commune makes of its pages: the village's own voice instead of a machine's. What a file
// is, its bytes say, never its name: a file that is not quite a short recording does not reach a decoder. One
// container, Ogg, with Opus or Vorbis in it: what every phone and computer can write, and small. A recording
// belongs to the words that it was made of; when they change, it is not played any more.

#include <cstddef>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::guide {

inline constexpr std::size_t kMaxRecordingBytes = 1024UL * 1024;
inline constexpr int kMaxRecordingSeconds = 180;

/// A recording of a page.
struct RecordingUse {
  std::string file;      ///< name in the commune's audio/: "dinh-lang.opus"
  std::string language;  ///< that it is spoken in: "vi"
  std::string case_id;   ///< of a guide with several cases: which of them; else empty
  std::string words;     ///< fingerprint of the words it was made of (recorded_words.h); empty: not told yet

  bool operator==(const RecordingUse&) const = default;
};

/// What is known of a stored recording without decoding it.
struct Recording {
  std::string file;
  int seconds = 0;  ///< begun ones count
  std::size_t bytes = 0;

  bool operator==(const Recording&) const = default;
};

/// True for `<slug>.ogg` and `<slug>.opus`.
bool is_recording_name(std::string_view name);

/// Reads the pages of the Ogg file; decodes nothing.
/// Errors: too_large, over kMaxRecordingBytes or longer than kMaxRecordingSeconds; invalid, no Ogg file with
/// one stream of Opus or Vorbis from its first byte to its last.
Result<Recording> inspect_recording(std::string_view bytes, std::string_view file);

}  // namespace conglang::guide
