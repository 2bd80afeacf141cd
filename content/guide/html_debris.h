#pragma once
// Tags and character references that come along when text is pasted from a web page or a word processor.

#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::guide {

/// `text` without HTML's tags (those that separate leave a space) and with its character references as the
/// characters they stand for. Only names that HTML has count: "<Tên xã>" and "a < b" stay. What it gives, it
/// gives again unchanged. Errors: invalid, references of references without end.
Result<std::string> without_html(std::string_view text);

}  // namespace conglang::guide
