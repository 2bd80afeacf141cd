#include "sync/server/identity/sessions.h"

#include "sync/server/identity/accounts.h"
#include "sync/server/identity/secret.h"

namespace conglang::server::sessions {
namespace {

constexpr std::chrono::seconds kTouchedEvery{60};

struct Found {
  SignedIn who;
  Instant seen_at;
};

Result<std::optional<Found>> look_up(Transaction& transaction, std::string_view token, Instant now) {
  TRY(const auto row, transaction.row(fmt::format("SELECT s.id, s.created_at, s.seen_at, {} FROM sessions s "
                                                  "JOIN accounts a ON a.id = s.account_id "
                                                  "WHERE s.token_hash = ? AND a.disabled = 0 "
                                                  "AND s.seen_at > ? AND s.created_at > ?",
                                                  accounts::kColumns),
                                      token_hash(token), now - kIdle, now - kLongest));
  if (!row) return std::optional<Found>();
  return std::optional<Found>(
      Found{{accounts::account_of(*row, 3), {row->integer(0), instant_of(*row, 1), csrf_of(token)}},
            instant_of(*row, 2)});
}

Result<void> touch(Transaction& transaction, std::int64_t id, Instant now) {
  TRY_VOID(transaction.run("UPDATE sessions SET seen_at = ? WHERE id = ?", now, id));
  return {};
}

}  // namespace

Result<std::string> start(Transaction& transaction, std::int64_t account, Instant now) {
  TRY_VOID(transaction.run("DELETE FROM sessions WHERE seen_at <= ? OR created_at <= ?", now - kIdle,
                           now - kLongest));
  TRY(std::string token, new_token());
  TRY_VOID(transaction.run(
      "INSERT INTO sessions (token_hash, account_id, created_at, seen_at) VALUES (?, ?, ?, ?)",
      token_hash(token), account, now, now));
  return token;
}

Result<std::optional<SignedIn>> find(Transaction& transaction, std::string_view token, Instant now) {
  TRY(auto found, look_up(transaction, token, now));
  if (!found) return std::optional<SignedIn>();
  return std::optional<SignedIn>(std::move(found->who));
}

Result<std::optional<SignedIn>> find_and_touch(Store& store, const std::string& token, Instant now) {
  TRY(auto found, store.read_and_get([&](Transaction& seen) { return look_up(seen, token, now); }));
  if (!found) return std::optional<SignedIn>();
  const std::int64_t id = found->who.session.id;
  if (now - found->seen_at >= kTouchedEvery)
    TRY_VOID(store.write([&](Transaction& transaction) { return touch(transaction, id, now); }));
  return std::optional<SignedIn>(std::move(found->who));
}

Result<void> end(Transaction& transaction, std::string_view token) {
  TRY_VOID(transaction.run("DELETE FROM sessions WHERE token_hash = ?", token_hash(token)));
  return {};
}

Result<void> end_all(Transaction& transaction, std::int64_t account) {
  TRY_VOID(transaction.run("DELETE FROM sessions WHERE account_id = ?", account));
  return {};
}

}  // namespace conglang::server::sessions
