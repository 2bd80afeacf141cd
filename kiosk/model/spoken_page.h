#pragma once
// A page in the order in which it is read aloud: title, bar, and the page from top to bottom. The footer, the
// same everywhere, is left out. A new page without its sentences does not compile.

#include <string_view>
#include <vector>

#include "kiosk/model/speech.h"
#include "kiosk/model/views.h"

namespace conglang::kiosk {

/// `language`: of the page; Vietnamese is turned into spoken words.
std::vector<Sentence> spoken_page(const View& view, std::string_view language);

/// The voice for `text` on a page in `language`: Vietnamese where its letters say so, since what has no
/// translation is shown in Vietnamese.
std::string voice_language(std::string_view text, std::string_view language);

/// `text` in words, for a voice of `language`.
std::string spoken(std::string_view text, std::string_view language);

}  // namespace conglang::kiosk
