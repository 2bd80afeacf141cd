#pragma once
// Who is signed in, in which browser. A session ends by itself when nothing has been asked for two hours, and
// after twelve in any case; a new one is made at each sign-in, never taken over from before it.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/server/identity/account.h"
#include "sync/server/store/store.h"

namespace conglang::server::sessions {

inline constexpr std::chrono::hours kIdle{2};
inline constexpr std::chrono::hours kLongest{12};

struct SignedIn {
  Account account;
  Session session;
};

/// Returns the session's token, which is kept only hashed.
Result<std::string> start(Transaction& transaction, std::int64_t account, Instant now);

/// Nothing for an unknown token, one that is over, and one of a disabled account.
Result<std::optional<SignedIn>> find(Transaction& transaction, std::string_view token, Instant now);

/// As find, and the session's two hours begin anew; written at most once a minute.
Result<std::optional<SignedIn>> find_and_touch(Store& store, const std::string& token, Instant now);

Result<void> end(Transaction& transaction, std::string_view token);

/// All of `account`'s.
Result<void> end_all(Transaction& transaction, std::int64_t account);

}  // namespace conglang::server::sessions
