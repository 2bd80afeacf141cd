#pragma once
// Every Vietnamese syllable, written out for tests. The rimes are listed with the acute tone already in its
// place, so that the composer's rules are checked against spelling, not against themselves.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "content/text/syllable.h"

namespace conglang::testing {

/// A syllable as it is written, NFC, lower case, and what it is made of.
struct Spelling {
  std::u32string letters;  ///< without tone
  Tone tone = Tone::level;
  std::u32string modern;
  std::u32string traditional;
};

/// All combinations of initial, rime and tone that Vietnamese spelling allows.
std::vector<Spelling> all_syllables();

}  // namespace conglang::testing
