#pragma once
// The fleet's part of the server: machines enrol, report and ask what to do; staff see their commune's
// kiosks, an operator all of them. Nobody sees or touches another commune's: to them it is not there.

#include <functional>
#include <map>
#include <string>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/server/api/router.h"
#include "sync/server/fleet/known_words.h"
#include "sync/server/fleet/rate_limit.h"
#include "sync/server/fleet/usage.h"
#include "sync/server/store/store.h"

namespace conglang::server::fleet {

struct FleetSurroundings {
  Store& store;    ///< outlives the fleet
  KnownNow known;  ///< what counters may be about; null: not known yet
  /// A month's page as PDF; empty: this server cannot make one.
  /// `usage`: what GET /api/usage answers.
  std::function<Result<std::string>(const std::string& usage)> pdf = {};
};

/// Numbers for whoever watches the server.
struct FleetFigures {
  std::map<std::string, std::int64_t> kiosks;  ///< by state; every state is there
  std::int64_t reports = 0;                    ///< that are kept
  std::int64_t refused_counts = 0;             ///< rows of counters that were refused at the door

  bool operator==(const FleetFigures&) const = default;
};

class Fleet {
 public:
  explicit Fleet(FleetSurroundings surroundings) : surroundings_(std::move(surroundings)) {}

  /// To be called every minute: judges every kiosk, so that silence is noticed, and forgets what is old.
  /// Errors: Store::write's.
  Result<void> look_round(Instant now);

  /// Errors: Store::read's.
  Result<FleetFigures> figures(Instant now) const;

  Store& store() { return surroundings_.store; }
  const FleetSurroundings& surroundings() const { return surroundings_; }

  RateLimit& offers() { return offers_; }        ///< by address
  RateLimit& claims() { return claims_; }        ///< wrong codes, by account
  RateLimit& strangers() { return strangers_; }  ///< wrong tokens, by address

 private:
  FleetSurroundings surroundings_;
  // A village of machines behind one address is set up in an hour; a guesser gets nowhere.
  RateLimit offers_{120, std::chrono::hours(1)};
  RateLimit claims_{10, std::chrono::hours(1)};
  RateLimit strangers_{600, std::chrono::hours(1)};
};

/// The endpoints of the fleet. `fleet` outlives the router.
void add_fleet_endpoints(Router& router, Fleet& fleet);

}  // namespace conglang::server::fleet
