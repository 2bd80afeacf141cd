#pragma once
// One text of a foreign source, cleaned: lines of plain NFC text without the leavings of HTML, word
// processors and old fonts, and what was mended on the way. Nothing a reader could see is lost.

#include <string>
#include <string_view>
#include <vector>

namespace conglang::import {

struct SourceText {
  std::vector<std::string> lines;   ///< none is empty; each as clean_text gives it
  std::vector<std::string> mended;  ///< what was changed, in Vietnamese: "bỏ thẻ HTML"; empty: nothing
  bool doubtful = false;            ///< something that only a person can judge was found

  bool empty() const { return lines.empty(); }
  std::string joined(std::string_view separator = " ") const;
};

/// `raw`: any bytes.
SourceText clean_source_text(std::string_view raw);

/// `raw` with each run of bytes that is no UTF-8 as one U+FFFD.
std::string repair_utf8(std::string_view raw);

/// `line` without the mark of a list item in front ("- ", "+ ", "* ", "• "); `mark` gets that mark as '-',
/// '+' or '*', or 0.
std::string_view without_bullet(std::string_view line, char* mark = nullptr);

}  // namespace conglang::import
