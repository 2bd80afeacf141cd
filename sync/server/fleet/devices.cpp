#include "sync/server/fleet/devices.h"

#include <algorithm>

#include "content/base/hex.h"
#include "content/base/random.h"
#include "content/text/claim_code.h"
#include "sync/server/identity/refusal.h"
#include "sync/tuf/digest.h"

namespace conglang::server::fleet {
namespace {

constexpr std::size_t kDigestBytes = 32;
constexpr std::size_t kTokenBytes = 32;
constexpr std::size_t kIdBytes = 12;

bool is_digest(std::string_view text) {
  return from_hex(text).value_or("").size() == kDigestBytes &&
         std::ranges::none_of(text, [](char c) { return c >= 'A' && c <= 'F'; });
}

tl::unexpected<Error> no_such_device() {
  return refuse({.status = 404,
                 .code = "no-device",
                 .vi = "Không có máy nào như vậy, hoặc mã của máy đã hết hạn.",
                 .en = "There is no such device, or its code has run out."});
}

Result<void> forget_expired(Transaction& transaction, Instant now) {
  TRY_VOID(transaction.run("DELETE FROM devices WHERE expires_at <= ?", now));
  return {};
}

Result<void> check_room(Transaction& transaction) {
  TRY(const auto waiting, transaction.row("SELECT COUNT(*) FROM devices WHERE kiosk_id IS NULL"));
  if (waiting->integer(0) < kMostWaitingDevices) return {};
  return refuse({.status = 503,
                 .code = "too-many-devices",
                 .vi = "Đang có quá nhiều máy chờ ghép, hãy thử lại sau.",
                 .en = "Too many devices wait to be claimed; try again later.",
                 .retry_after = std::chrono::hours(1)});
}

}  // namespace

Result<std::string> offer(Transaction& transaction, std::string_view code, std::string_view secret_hash,
                          Instant now) {
  if (read_claim_code(code) != code || !is_digest(secret_hash)) {
    return refuse(
        {.status = 422,
         .code = "bad-offer",
         .vi = "Mã ghép máy hoặc khóa của máy không đúng dạng.",
         .en = "claimCode must be eight signs and deviceSecretHash a SHA-256 in lower-case hexadecimal.",
         .field = is_digest(secret_hash) ? "claimCode" : "deviceSecretHash"});
  }
  TRY_VOID(forget_expired(transaction, now));
  TRY(const auto same, transaction.row("SELECT id, secret_hash FROM devices WHERE claim_code = ?", code));
  if (same && same->text(1) == secret_hash) return same->text(0);
  if (same) {
    return refuse({.status = 409,
                   .code = "code-taken",
                   .vi = "Một máy khác đang hiện mã này.",
                   .en = "Another device shows this code."});
  }
  TRY_VOID(check_room(transaction));
  const std::string id = to_hex(random_bytes(kIdBytes));
  TRY_VOID(
      transaction.run("INSERT INTO devices (id, claim_code, secret_hash, expires_at) VALUES (?, ?, ?, ?)", id,
                      code, secret_hash, now + kCodeLives));
  return id;
}

Result<Collected> collect(Transaction& transaction, std::string_view device, std::string_view secret,
                          Instant now) {
  TRY(const auto row,
      transaction.row("SELECT kiosk_id FROM devices WHERE id = ? AND secret_hash = ? AND expires_at > ?",
                      device, tuf::sha256_hex(secret), now));
  if (!row) return no_such_device();
  if (row->is_null(0)) return Collected{};
  TRY(const auto kiosk,
      transaction.row("SELECT commune, place FROM kiosks WHERE id = ? AND retired_at IS NULL",
                      row->integer(0)));
  if (!kiosk) return no_such_device();
  // An answer that got lost is asked for again: the token before it is then worth nothing.
  const std::string token = to_hex(random_bytes(kTokenBytes));
  TRY_VOID(transaction.run("UPDATE kiosks SET token_hash = ?, token_used = 0 WHERE id = ?",
                           tuf::sha256_hex(token), row->integer(0)));
  return Collected{true, token, kiosk->text(0), kiosk->text(1)};
}

Result<std::int64_t> claim(Transaction& transaction, const Claim& claim, Instant now) {
  const std::string code = read_claim_code(claim.code).value_or("");
  TRY(const auto device,
      transaction.row("SELECT id FROM devices WHERE claim_code = ? AND kiosk_id IS NULL AND expires_at > ?",
                      code, now));
  if (!device) {
    return refuse(
        {.status = 404,
         .code = "no-such-code",
         .vi = "Không có máy nào đang hiện mã này. Xem lại mã trên trang cán bộ của máy; mã đổi sau 48 giờ.",
         .en = "No kiosk shows this code now. Look at its staff menu again; a code changes after 48 hours.",
         .field = "claimCode"});
  }
  TRY_VOID(transaction.run(
      "INSERT INTO kiosks (commune, name, place, claimed_by, claimed_at) VALUES (?, ?, ?, ?, ?)",
      claim.commune, claim.name, claim.place, claim.by, now));
  const std::int64_t kiosk = transaction.inserted_id();
  TRY_VOID(transaction.run("UPDATE devices SET kiosk_id = ?, expires_at = ? WHERE id = ?", kiosk,
                           now + kCodeLives, device->text(0)));
  return kiosk;
}

Result<std::optional<Known>> known_by(Transaction& transaction, std::string_view token) {
  TRY(const auto row, transaction.row("SELECT id, commune, place, token_used FROM kiosks "
                                      "WHERE token_hash = ? AND retired_at IS NULL",
                                      tuf::sha256_hex(token)));
  if (!row) return std::optional<Known>();
  return std::optional(Known{row->integer(0), row->text(1), row->text(2), row->integer(3) == 0});
}

Result<void> token_was_used(Transaction& transaction, std::int64_t kiosk) {
  TRY_VOID(transaction.run("UPDATE kiosks SET token_used = 1 WHERE id = ?", kiosk));
  TRY_VOID(transaction.run("DELETE FROM devices WHERE kiosk_id = ?", kiosk));
  return {};
}

}  // namespace conglang::server::fleet
