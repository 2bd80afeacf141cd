#pragma once
// The rules that look at one file alone, whatever kind it is of.

#include "content/base/time.h"
#include "content/guide/json_document.h"
#include "content/guide/link_policy.h"
#include "content/guide/lint/report.h"

namespace conglang::publish {

/// Texts, sources, days, persons and repeated ids.
void lint_values(const guide::Document& document, Date today, guide::Report& report);

/// Rule qr-too-long, on each object with "url" or with "template" and "code": the code of the whole address
/// would need modules under kiosk/qr's floor on the reference screen, a 21.5-inch Full HD panel.
void lint_qr(const guide::Document& document, const guide::LinkPolicy& policy, guide::Report& report);

}  // namespace conglang::publish
