#include "sync/server/identity/signer_keys.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "content/base/utf8.h"
#include "sync/server/identity/accounts.h"
#include "sync/server/identity/audit_log.h"
#include "sync/server/identity/refusal.h"
#include "sync/tuf/canonical_json.h"

namespace conglang::server::signer_keys {
namespace {

constexpr std::size_t kLongestLabel = 120;
constexpr std::array<std::string_view, 3> kStates = {"enrolled", "approved", "revoked"};
constexpr std::array<std::string_view, 2> kHolders = {"browser", "tool"};

std::string columns() {
  return fmt::format(
      "SELECT k.id, k.public_key, k.label, k.held_by, k.state, k.enrolled_at, k.decided_at, {} "
      "FROM signer_keys k JOIN accounts a ON a.id = k.account_id ",
      accounts::kColumns);
}

Result<SignerKey> key_of(const Row& row) {
  TRY(const auto object, tuf::parse_json(row.text(1)));
  TRY(tuf::PublicKey key, tuf::PublicKey::parse(object));
  const auto* const state = std::ranges::find(kStates, row.text(4));
  return SignerKey{row.integer(0),
                   std::move(key),
                   row.text(2),
                   accounts::account_of(row, 7),
                   held_by_named(row.text(3)).value_or(HeldBy::browser),
                   state == kStates.end() ? State::revoked : static_cast<State>(state - kStates.begin()),
                   instant_of(row, 5),
                   optional_instant_of(row, 6)};
}

Result<std::optional<SignerKey>> one(Result<std::optional<Row>> row) {
  if (!row) return tl::unexpected<Error>(row.error());
  if (!*row) return std::optional<SignerKey>();
  TRY(SignerKey key, key_of(**row));
  return std::optional<SignerKey>(std::move(key));
}

tl::unexpected<Error> wrong(int status, std::string field, std::string vi, std::string en) {
  return refuse({.status = status,
                 .code = status == 409   ? "conflict"
                         : status == 403 ? "forbidden"
                                         : "invalid",
                 .vi = std::move(vi),
                 .en = std::move(en),
                 .field = std::move(field)});
}

Result<void> check_room(Transaction& transaction, const Account& owner) {
  TRY(const auto row,
      transaction.row("SELECT COUNT(*) FROM signer_keys WHERE account_id = ? AND state <> 'revoked'",
                      owner.id));
  if (row->integer(0) < kMostKeys) return {};
  return wrong(422, "", "Bạn đã có 5 khóa: hãy thu hồi khóa không còn dùng trước.",
               "You have 5 keys: revoke one that is not in use any more first.");
}

Result<bool> gave_password(Transaction& transaction, const Account& to, const Account& by) {
  TRY(const auto row,
      transaction.row(
          "SELECT 1 FROM invitations WHERE account_id = ? AND invited_by = ? AND used_at IS NOT NULL", to.id,
          by.id));
  return row.has_value();
}

Result<void> decide(Transaction& transaction, const SignerKey& key, State state, const Account& by,
                    Instant now) {
  TRY_VOID(transaction.run("UPDATE signer_keys SET state = ?, decided_by = ?, decided_at = ? WHERE id = ?",
                           state_name(state), by.id, now, key.id));
  return audit::append(transaction, by.name, state == State::approved ? "key.approve" : "key.revoke",
                       fmt::format("key:{} {} of {}", key.id, key.key.id(), key.owner.name), now);
}

}  // namespace

std::string_view state_name(State state) {
  return kStates.at(static_cast<std::size_t>(state));
}

std::string_view held_by_name(HeldBy held_by) {
  return kHolders.at(static_cast<std::size_t>(held_by));
}

std::optional<HeldBy> held_by_named(std::string_view name) {
  const auto* const found = std::ranges::find(kHolders, name);
  if (found == kHolders.end()) return std::nullopt;
  return static_cast<HeldBy>(found - kHolders.begin());
}

Result<tuf::PublicKey> check(const nlohmann::json& object) {
  const std::string type = object.is_object() && object.contains("keytype") && object["keytype"].is_string()
                               ? object["keytype"].get<std::string>()
                               : std::string();
  const auto key = tuf::PublicKey::parse(object);
  const bool kind = type == "ed25519" || type == "ecdsa" || type == "ecdsa-sha2-nistp256";
  if (key && kind && key->unusable().empty()) return *key;
  return wrong(422, "publicKey", "Khóa công khai này không dùng được: cần ed25519 hoặc ECDSA P-256.",
               fmt::format("This public key cannot be used ({}): ed25519 or ECDSA P-256 is needed.",
                           !key                       ? key.error().message
                           : !key->unusable().empty() ? key->unusable()
                                                      : "another type"));
}

Result<std::int64_t> enrol(Transaction& transaction, const tuf::PublicKey& key, const std::string& label,
                           HeldBy held_by, const Account& owner, Instant now) {
  if (label.find_first_not_of(' ') == label.npos || label.size() > kLongestLabel || !is_nfc(label))
    return wrong(422, "label", "Hãy đặt tên cho khóa, không quá 120 byte.",
                 "Name the key, in 120 bytes at most.");
  TRY(const auto same, transaction.row("SELECT id FROM signer_keys WHERE public_value = ? OR key_id = ?",
                                       key.value(), key.id()));
  if (same)
    return wrong(409, "publicKey", "Khóa này đã được ghi danh.", "This key has been enrolled before.");
  TRY_VOID(check_room(transaction, owner));
  TRY_VOID(
      transaction.run("INSERT INTO signer_keys (key_id, public_key, public_value, label, account_id, "
                      "held_by, state, enrolled_at) VALUES (?, ?, ?, ?, ?, ?, 'enrolled', ?)",
                      key.id(), key.object(), key.value(), label, owner.id, held_by_name(held_by), now));
  const std::int64_t id = transaction.inserted_id();
  TRY_VOID(audit::append(transaction, owner.name, "key.enrol",
                         fmt::format("key:{} {} {}", id, key.id(), held_by_name(held_by)), now));
  return id;
}

Result<std::optional<SignerKey>> find(Transaction& transaction, std::int64_t id) {
  return one(transaction.row(columns() + "WHERE k.id = ?", id));
}

Result<std::optional<SignerKey>> find(Transaction& transaction, std::string_view key_id) {
  return one(transaction.row(columns() + "WHERE k.key_id = ?", key_id));
}

Result<std::vector<SignerKey>> all(Transaction& transaction, const std::optional<std::string>& commune) {
  TRY(const Rows rows, transaction.rows(columns() + "WHERE a.commune = ? OR ? = 1 ORDER BY k.id DESC",
                                        commune.value_or(""), !commune));
  std::vector<SignerKey> keys;
  for (const Row& row : rows) {
    TRY(SignerKey key, key_of(row));
    keys.push_back(std::move(key));
  }
  return keys;
}

Result<void> approve(Transaction& transaction, const SignerKey& key, const Account& by, Instant now) {
  if (key.owner.id == by.id) {
    return wrong(403, "", "Không ai tự duyệt khóa của mình: hãy nhờ người quản trị khác.",
                 "Nobody approves their own key: ask another admin.");
  }
  TRY(const bool made_password, gave_password(transaction, key.owner, by));
  if (made_password) {
    return wrong(403, "", "Bạn đã cấp lại mật khẩu cho người này: khóa phải do người quản trị khác duyệt.",
                 "You gave this person a new password: another admin has to approve the key.");
  }
  if (key.state != State::enrolled || key.owner.disabled)
    return wrong(409, "", "Khóa này không chờ duyệt.", "This key does not wait for approval.");
  return decide(transaction, key, State::approved, by, now);
}

Result<void> revoke(Transaction& transaction, const SignerKey& key, const Account& by, Instant now) {
  if (key.state == State::revoked)
    return wrong(409, "", "Khóa này đã bị thu hồi.", "This key is revoked already.");
  return decide(transaction, key, State::revoked, by, now);
}

Result<std::int64_t> revoke_all(Transaction& transaction, std::int64_t owner, const Account& by,
                                Instant now) {
  TRY(const Rows rows,
      transaction.rows(columns() + "WHERE k.account_id = ? AND k.state <> 'revoked'", owner));
  for (const Row& row : rows) {
    TRY(const SignerKey key, key_of(row));
    TRY_VOID(decide(transaction, key, State::revoked, by, now));
  }
  return std::ssize(rows);
}

}  // namespace conglang::server::signer_keys
