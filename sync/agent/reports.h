#pragma once
// What whoever looks after the machines should know of this one: DATA/outbox/agent-<time>-<hash>.report.json,
// a file a report, put there whole by rename. The name is the report's own, so that one which is handed on
// twice is known by it. The screen's reports and batches of counters lie beside them under names of theirs.

#include <cstddef>
#include <filesystem>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/agent/status.h"

namespace conglang::agent {

/// More than a month of trouble that changes several times a day. The oldest goes when there would be more.
inline constexpr std::size_t kMostReports = 200;

/// Writes `after` as a report when it differs from `before` in more than its times. Errors: no_space, io;
/// nothing is written then.
Result<void> report_change(const std::filesystem::path& data, Status before, const Status& after,
                           Instant now);

}  // namespace conglang::agent
