#pragma once
// Recordings that staff send, of a page read aloud. What is published is never what was sent:
// `conglang-recording` decodes it and writes it anew, in a process of its own that may do nothing else, so
// nothing that hides in a file gets further. And the words that a recording must have been made of, which
// stand for it where nobody hears it.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sync/server/api/router.h"
#include "sync/server/review/published.h"
#include "sync/server/review/tool.h"
#include "sync/server/store/store.h"

namespace conglang::server {

/// Three minutes of WAV, 16 bits, two channels, 48 kHz, and a little.
inline constexpr std::size_t kMaxSentRecordingBytes = 36UL * 1024 * 1024;

struct StoredRecording {
  std::string path;  ///< "communes/09784/audio/ban-thu-1f3a9c20.opus"
  std::int64_t seconds = 0;
  std::string bytes;
};

/// Makes `bytes` a recording of `commune`. `recorder`: conglang-recording. `scratch`: a folder to work in.
/// Errors: refused 422, no sound, too long or silent; 413, the commune's recordings are too many; 503, the
/// recorder is not there.
Result<StoredRecording> add_recording(Store& store, const Tool& recorder,
                                      const std::filesystem::path& scratch, const std::string& commune,
                                      std::string_view bytes, const Account& account, Instant now);

/// Errors: refused 404.
Result<StoredRecording> find_recording(const Store& store, const std::string& commune,
                                       const std::string& file);

/// Those that were sent here and that `content` names, bytes by path.
Result<std::map<std::string, std::string>> recordings_named(const Store& store, const std::string& commune,
                                                            const std::string& content);

/// What somebody reads into a recording of a page.
struct WordsToRead {
  std::string language;            ///< "vi", "en"
  std::string case_id;             ///< of a guide with several cases; else empty
  std::vector<std::string> lines;  ///< as they stand on the page
  std::string words;               ///< their fingerprint, which the page keeps beside the recording's file
};

/// Of the draft at `path` that would be the file `content`, in every language and of every case. Errors:
/// refused 422, a draft that does not read, or whose kind nobody records.
Result<std::vector<WordsToRead>> words_to_read(const Published& published, const std::string& path,
                                               const std::string& content);

}  // namespace conglang::server
