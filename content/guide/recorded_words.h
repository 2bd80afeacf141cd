#pragma once
// Which words a recording of a page stands for. A recording is made once and the page changes later: a fee, a
// paper, a day. Its file names the fingerprint of the words that it was made of, and is played only while the
// page still has them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/guide/guide.h"
#include "content/guide/heritage.h"
#include "content/guide/notice.h"

namespace conglang::guide {

/// What a resident is told, in `language`, line by line: of a guide with several cases that of `case_id`. How
/// sure a fact is, is no word: a page in doubt is not read by a recording at all (kiosk/model/recordings.h).
std::vector<std::string> recorded_words(const Guide& guide, std::string_view case_id,
                                        std::string_view language);
std::vector<std::string> recorded_words(const Notice& notice, std::string_view language);
std::vector<std::string> recorded_words(const Heritage& page, std::string_view language);

/// What RecordingUse::words holds when it was made of `words`.
std::string fingerprint_of(const std::vector<std::string>& words);

/// The recording of the page in `language` that was made of the words it has now; nothing: there is none. An
/// empty `case_id` of a guide: none was chosen.
const RecordingUse* recording_of(const Guide& guide, std::string_view case_id, std::string_view language);
const RecordingUse* recording_of(const Notice& notice, std::string_view language);
const RecordingUse* recording_of(const Heritage& page, std::string_view language);

}  // namespace conglang::guide
