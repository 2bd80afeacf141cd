#pragma once
// The characters of every text of a file, as they stand: what reading would mend in silence, and what no
// reading mends. `conglang fmt` mends text-unclean.

#include "content/guide/json_document.h"
#include "content/guide/lint/report.h"

namespace conglang::guide {

/// Rules text-unclean, text-html, text-capitals.
void lint_text(const Document& document, Report& report);

}  // namespace conglang::guide
