#pragma once
// What a guide in force must tell a resident before they set out. A guide that is not shown may lack
// anything: that harms nobody.

#include "content/guide/guide.h"
#include "content/guide/lint/report.h"

namespace conglang::guide {

/// Rules fee-missing, fee-mismatch, exemptions-missing, time-missing, legal-basis-missing, channel-missing,
/// evidence-missing, steps-missing, topic-missing, link-missing, code-missing.
void lint_facts(const Guide& guide, Report& report);

}  // namespace conglang::guide
