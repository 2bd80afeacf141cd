#pragma once
// The public halves of the keys that staff made in their browsers, or with the command line tool. The server
// never has the private ones.
// Enrolled by its owner, approved by somebody else, delegated to by the province's offline key (which the
// repository shows, not this table), revoked when it is lost or its owner left. A revoked key never comes
// back.

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/server/identity/account.h"
#include "sync/server/store/store.h"
#include "sync/tuf/keys.h"

namespace conglang::server::signer_keys {

enum class State { enrolled, approved, revoked };
std::string_view state_name(State state);

/// Where the private half lies, as its owner says and an admin approves.
enum class HeldBy { browser, tool };
/// "browser", "tool"
std::string_view held_by_name(HeldBy held_by);
std::optional<HeldBy> held_by_named(std::string_view name);

struct SignerKey {
  std::int64_t id = 0;
  tuf::PublicKey key;
  std::string label;  ///< its owner's: "máy bàn ở văn phòng"
  Account owner;
  HeldBy held_by = HeldBy::browser;
  State state = State::enrolled;
  Instant enrolled_at;
  std::optional<Instant> decided_at;
};

/// A key object that may sign for a commune: ed25519 or ECDSA P-256, usable.
/// Errors: refused 422 with the field "publicKey".
Result<tuf::PublicKey> check(const nlohmann::json& object);

/// Returns the new id. Errors: refused 409, the key (by its value) was enrolled before, by whoever; 422, the
/// owner has kMostKeys already, or the label is empty or too long.
inline constexpr std::int64_t kMostKeys = 5;
Result<std::int64_t> enrol(Transaction& transaction, const tuf::PublicKey& key, const std::string& label,
                           HeldBy held_by, const Account& owner, Instant now);

Result<std::optional<SignerKey>> find(Transaction& transaction, std::int64_t id);
/// By TUF's key id.
Result<std::optional<SignerKey>> find(Transaction& transaction, std::string_view key_id);

/// Of everybody in `commune`, or of everybody; newest first.
Result<std::vector<SignerKey>> all(Transaction& transaction, const std::optional<std::string>& commune);

/// `by` approves somebody else's key. Errors: refused 403, it is their own, or of somebody whom they gave a
/// new password (who could be themselves: one person with two keys); 409, it is not waiting.
Result<void> approve(Transaction& transaction, const SignerKey& key, const Account& by, Instant now);

/// Errors: refused 409, it is revoked already.
Result<void> revoke(Transaction& transaction, const SignerKey& key, const Account& by, Instant now);

/// Every key of an account that leaves; how many there were.
Result<std::int64_t> revoke_all(Transaction& transaction, std::int64_t owner, const Account& by, Instant now);

}  // namespace conglang::server::signer_keys
