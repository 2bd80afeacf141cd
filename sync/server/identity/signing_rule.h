#pragma once
// What is asked of those who sign beside their number. Kiosks count keys; here keys are people, and a commune
// may want one of the signatures from a command line tool, whose machine takes no page from this server.

#include <cstdint>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/server/identity/account.h"
#include "sync/server/store/store.h"

namespace conglang::server::signing_rule {

enum class Wish { any_keys, one_tool };

/// Of `commune`; any_keys until its admin says something else.
Result<Wish> wish_of(Transaction& transaction, const std::string& commune);

/// Errors: refused 409, there is no tool's key yet that could sign: nothing would be published any more.
Result<void> set(Transaction& transaction, const std::string& commune, Wish wish, const Account& by,
                 Instant now);

/// Whether what the keys `key_ids` have signed may be published for `commune` (empty: for the province). A
/// key that nobody enrolled here signed in the repository itself: it is a tool's, and a person of its own.
/// Errors: refused 409, they are of fewer than `threshold` people ("signed-already"), or none is a tool's
/// although the commune wants one ("tool-needed").
Result<void> check(Transaction& transaction, const std::string& commune,
                   const std::vector<std::string>& key_ids, std::int64_t threshold);

}  // namespace conglang::server::signing_rule
