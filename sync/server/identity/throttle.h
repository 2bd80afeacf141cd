#pragma once
// Guessing made slow: failed sign-ins are counted for each name and each address, and each further one waits
// longer. The counts are in the database: starting the server again shortens no wait.

#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/server/store/store.h"

namespace conglang::server::throttle {

/// Whose failures are counted together.
std::string of_name(std::string_view name);
/// IPv6 addresses by their first 64 bits: a home has all of the rest.
std::string of_address(std::string_view numeric_address);

/// Counts an attempt as failed before its password is looked at, so that a thousand at once are a thousand.
/// `free`: how many cost nothing; the next waits 5 s, then twice as long each, at most 15 minutes; forgotten
/// after a day. Errors: refused 429 with the wait, and then nothing is counted.
Result<void> count(Transaction& transaction, std::string_view subject, int free, Instant now);

/// After a success: as if there had been no failure.
Result<void> forgive(Transaction& transaction, std::string_view subject);

/// After a success: as if this attempt had not been; those before it still count.
Result<void> take_back(Transaction& transaction, std::string_view subject, Instant now);

}  // namespace conglang::server::throttle
