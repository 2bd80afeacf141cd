#pragma once
// What the fleet's endpoints share.

#include <string>
#include <string_view>

#include "sync/server/api/router.h"
#include "sync/server/fleet/fleet.h"
#include "sync/server/fleet/judge.h"
#include "sync/server/fleet/kiosks.h"

namespace conglang::server::fleet {

void add_device_endpoints(Router& router, Fleet& fleet);
void add_kiosk_endpoints(Router& router, Fleet& fleet);
void add_usage_endpoints(Router& router, Fleet& fleet);

/// The text `name` of `body`; empty when there is none.
std::string text_of(const Json& body, const char* name);

/// A name that staff gave. Errors: refused 422, naming the field: empty, too long, control characters, or a
/// number that may be somebody's.
Result<std::string> read_name(const Json& body, const char* name, std::string_view vi, std::string_view en);

/// Errors: refused 429, with the time to wait.
Result<void> check_limit(const RateLimit& limit, const std::string& subject, Instant now);

/// The kiosk `id`, if `caller` may see it. Errors: refused 404, for another commune's just as for none;
/// Transaction's.
Result<Kiosk> kiosk_for(Transaction& transaction, std::int64_t id, const Account& caller);

/// The commune that `caller` asks about: their own, or for an operator the one of the query or all. Errors:
/// refused 404, another commune.
Result<std::string> commune_asked(const Ask& ask, const Account& caller);

/// As GET /api/usage answers. `known`: for the guides' titles; may be null.
Json to_json(const Usage& usage, const KnownWords* known);
Json to_json(const Sentence& sentence);
Json to_json(const std::optional<Instant>& instant);
/// As the list of kiosks has it.
Json to_json(const Kiosk& kiosk, Instant now);
Json to_json(const Alarm& alarm);

}  // namespace conglang::server::fleet
