#pragma once
// What cairo cannot say in a PDF: the language of its text, and where a page with bleed is cut.

#include <string>

#include "content/base/result.h"

namespace conglang::board {

struct Amendment {
  std::string language;  ///< BCP 47
  double bleed_pt = 0;   ///< 0: the page is not cut
};

/// `pdf`, as cairo writes PDF 1.4, with an update after its end (ISO 32000-1, 7.5.6): /Lang and
/// /ViewerPreferences in the catalogue; with a bleed, /TrimBox and /BleedBox in every page.
/// Errors: internal, a PDF of another make.
Result<std::string> amend_pdf(std::string pdf, const Amendment& amendment);

}  // namespace conglang::board
