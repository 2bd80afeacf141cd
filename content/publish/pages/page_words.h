#pragma once
// How one page says things: in its language, with the language marked where a text has only another.

#include <string>

#include "content/base/time.h"
#include "content/guide/text_in_languages.h"
#include "content/publish/pages/html.h"
#include "content/publish/pages/phrases.h"

namespace conglang::publish {

/// `text` in the page's language; in Vietnamese, and marked so, when there is no other. A line break in it is
/// a blank.
Html say(const guide::Text& text, const Phrases& words);

/// The words of `text` that `say` shows, bare: for titles and data.
std::string plain(const guide::Text& text, const Phrases& words);

/// "23/11/2026" with the machine's form beside it.
Html say(Date date);
std::string day(Date date);

/// The amber "Cần kiểm tra".
Html needs_check(const Phrases& words);

/// A pattern with its "{}" replaced by markup.
Html filled_with(std::string_view pattern, const Html& value);

}  // namespace conglang::publish
