#pragma once
// Office Vietnamese and what a village clerk would say instead.

#include <string_view>
#include <vector>

namespace conglang::guide {

struct PlainWord {
  std::string_view hard;   ///< lower case, NFC
  std::string_view plain;  ///< what to write instead

  bool operator==(const PlainWord&) const = default;
};

/// The hard words in `text` (NFC), each once, letter case aside; whole syllables only. Of two that overlap,
/// the longer.
std::vector<PlainWord> hard_words_in(std::string_view text);

}  // namespace conglang::guide
