#pragma once
// What people type or paste, as the rest of the program relies on it: NFC, no invisible characters, single
// spaces, no spaces around. Texts come from word processors, PDF files and old fonts.

#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::guide {

enum class LineBreaks {
  to_space,  ///< a line break is a space like any other
  keep_one   ///< one "\n" may stay: where a tile may break its title
};

/// `text` in NFC, trimmed; every kind of space is U+0020 and never doubled; zero-width characters and soft
/// hyphens are gone; ƣ/Ƣ, which old converters put for ư/Ư, are mended.
/// Errors: parse, not UTF-8; invalid, a control or text-direction character (these can make a screen show
/// something else than what was reviewed), or a second line break with `keep_one`.
Result<std::string> clean_text(std::string_view text, LineBreaks line_breaks = LineBreaks::to_space);

}  // namespace conglang::guide
