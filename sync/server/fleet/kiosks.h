#pragma once
// The fleet as those who look after it see it: every kiosk with its verdict, alarms with their beginning and
// end, and what was asked of whom.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/server/fleet/judge.h"
#include "sync/server/store/store.h"

namespace conglang::server::fleet {

struct Kiosk {
  std::int64_t id = 0;
  std::string commune;
  std::string name;
  std::string place;
  KioskFacts facts;
  std::string health;  ///< the newest report of it, JSON; empty: none yet
  std::int64_t refused_entries = 0;
};

/// Of one commune, or of all for an empty code; retired ones only when asked for. Errors: Transaction's.
Result<std::vector<Kiosk>> kiosks_of(Transaction& transaction, std::string_view commune, bool with_retired);

/// Errors: Transaction's.
Result<std::optional<Kiosk>> kiosk_by_id(Transaction& transaction, std::int64_t id);

/// It is no part of the fleet any more, its token is worth nothing, and its alarms end. Errors:
/// Transaction's.
Result<void> retire(Transaction& transaction, std::int64_t kiosk, Instant now);

struct AskOf {
  std::int64_t id = 0;
  std::string ask;  ///< "sync", "restart"
  Instant asked_at;
  std::optional<Instant> done_at;
};

/// One of a kind waits at most: asked again, the one that waits is given back. Errors: Transaction's.
Result<std::int64_t> ask(Transaction& transaction, std::int64_t kiosk, std::string_view what, std::int64_t by,
                         Instant now);

/// What waits to be done, oldest first. Errors: Transaction's.
Result<std::vector<AskOf>> waiting_asks(Transaction& transaction, std::int64_t kiosk);
/// The newest, newest first. Errors: Transaction's.
Result<std::vector<AskOf>> past_asks(Transaction& transaction, std::int64_t kiosk, std::int64_t count);

/// The kiosk says that it did `id`; another kiosk's ask is left as it is. Errors: Transaction's.
Result<void> ask_is_done(Transaction& transaction, std::int64_t kiosk, std::int64_t id, Instant now);

struct Alarm {
  std::int64_t id = 0;
  std::int64_t kiosk = 0;
  std::string kiosk_name;
  std::string place;
  std::string commune;
  Trouble kind = Trouble::silent;
  Instant since;
  std::optional<Instant> until;  ///< nothing: it is still so
};

/// Begins the alarms that `verdict` tells of and ends those that it does not. Of a kiosk that is silent
/// nothing else is known: its other alarms stay. Errors: Transaction's.
Result<void> note_alarms(Transaction& transaction, std::int64_t kiosk, const Verdict& verdict, Instant now);

/// Judges every kiosk of the province and notes alarms. Errors: Transaction's.
Result<void> look_round(Transaction& transaction, Instant now);

/// Those that last, newest first; with `over` also what was, up to `count`. Errors: Transaction's.
Result<std::vector<Alarm>> alarms_of(Transaction& transaction, std::string_view commune, bool over,
                                     std::int64_t count);

}  // namespace conglang::server::fleet
