#pragma once
// Reports as they are taken in: each once, whatever is lost on the way back, with the counters that it brings
// added in the same transaction.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/server/fleet/devices.h"
#include "sync/server/fleet/report_door.h"
#include "sync/server/store/store.h"

namespace conglang::server::fleet {

/// True when it is new; false when it was taken in before, and nothing changes. Errors: Transaction's.
Result<bool> take_report(Transaction& transaction, const Known& from, const Report& report, Instant now);

/// A kiosk's clock beside ours. Errors: Transaction's.
Result<void> note_clock(Transaction& transaction, std::int64_t kiosk, Instant its_clock, Instant now);

/// One of a kiosk's reports, for who looks after it. Counters and health are not among them.
struct PastReport {
  std::string kind;
  Instant at;
  Instant received_at;
  std::string body;  ///< JSON
};

/// The newest `count`, newest first. Errors: Transaction's.
Result<std::vector<PastReport>> past_reports(Transaction& transaction, std::int64_t kiosk,
                                             std::int64_t count);

/// Takes out what is older than anybody looks at: reports after a year and a half, counters after five years.
/// Errors: Transaction's.
Result<void> forget_old_reports(Transaction& transaction, Instant now);

}  // namespace conglang::server::fleet
