#pragma once
// Text that has gone stale. Warnings and notes only: what was right when it was built still builds, and the
// kiosk judges days by its own clock.

#include "content/base/time.h"
#include "content/guide/json_document.h"
#include "content/guide/lint/report.h"

namespace conglang::guide {

/// A fact that nobody compared with its source for longer is stale: procedures and fees change monthly
/// (judgement: half a year misses no yearly change twice).
inline constexpr int kMaxDaysUnchecked = 180;

/// Rules review-overdue, checked-old, validity-over, change-arrived, notice-over, date-future on the days
/// that any file holds. `today`: the day in Việt Nam.
void lint_dates(const Document& document, Date today, Report& report);

/// Rules checked-missing and review-missing: for guides.
void lint_guide_dates(const Document& document, Report& report);

/// Rule fact-unverified: each source that is recalled or uncertain.
void lint_confidence(const Document& document, Report& report);

}  // namespace conglang::guide
