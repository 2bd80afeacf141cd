#pragma once
// How a machine becomes a kiosk of the province: it offers a claim code and the digest of a secret, a
// commune's admin types the code, and whoever has the secret fetches a token. Only digests are kept: a copy
// of the database speaks for no machine.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/server/store/store.h"

namespace conglang::server::fleet {

/// Long enough to telephone the office, short enough that a photograph of a screen is of no use next week.
inline constexpr std::chrono::hours kCodeLives{48};
/// Machines that wait at once; more are refused.
inline constexpr std::int64_t kMostWaitingDevices = 20'000;

struct Claim {
  std::string code;  ///< as typed
  std::string commune;
  std::string name;
  std::string place;
  std::int64_t by = 0;  ///< an account
};

/// A machine's place in the fleet, as its token shows it.
struct Known {
  std::int64_t kiosk = 0;
  std::string commune;
  std::string place;
  bool first_time = false;  ///< the token has not been used before
};

/// What a machine that holds a secret gets to know.
struct Collected {
  bool claimed = false;
  std::string token;  ///< with `claimed`: a new one, told once and kept by nobody here
  std::string commune;
  std::string place;
};

/// The device's id. The same code with the same secret again gives the same id. Errors: refused 422, no code
/// or no digest; 409, another machine has the code; 503, too many wait; Transaction's.
Result<std::string> offer(Transaction& transaction, std::string_view code, std::string_view secret_hash,
                          Instant now);

/// Errors: refused 404, no such device, its code has run out, or another secret; Transaction's.
Result<Collected> collect(Transaction& transaction, std::string_view device, std::string_view secret,
                          Instant now);

/// The new kiosk's id. Errors: refused 404, no machine shows this code now; Transaction's.
Result<std::int64_t> claim(Transaction& transaction, const Claim& claim, Instant now);

/// Nothing for a token that nobody has or that was taken away.
Result<std::optional<Known>> known_by(Transaction& transaction, std::string_view token);

/// The token of `kiosk` works: its secret is of no use any more.
Result<void> token_was_used(Transaction& transaction, std::int64_t kiosk);

}  // namespace conglang::server::fleet
