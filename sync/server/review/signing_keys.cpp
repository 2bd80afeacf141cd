#include "sync/server/review/signing_keys.h"

#include <algorithm>
#include <iterator>

#include "sync/server/identity/refusal.h"
#include "sync/server/identity/signing_rule.h"

namespace conglang::server::signing_keys {

Result<void> check_usable(Transaction& transaction, const std::string& key_id, const Account& account) {
  TRY(const auto row, transaction.row("SELECT account_id, state FROM signer_keys WHERE key_id = ?", key_id));
  if (!row || row->integer(0) != account.id) {
    return refuse({.status = 403,
                   .code = "not-your-key",
                   .vi = "Khóa này không phải khóa bạn đã đăng ký.",
                   .en = "This is not a key that you enrolled.",
                   .field = "keyId"});
  }
  const std::string state = row->text(1);
  if (state == "approved" || state == "delegated") return {};
  const bool revoked = state == "revoked";
  return refuse(
      {.status = 403,
       .code = revoked ? "key-revoked" : "key-not-approved",
       .vi = revoked ? "Khóa này đã bị thu hồi." : "Quản trị viên của xã chưa chấp nhận khóa này.",
       .en = revoked ? "This key was revoked." : "The commune's admin has not approved this key yet.",
       .field = "keyId"});
}

Result<void> check_one_person(const std::vector<ProposalSignature>& signatures, const std::string& key_id,
                              const Account& account) {
  const bool other = std::ranges::any_of(signatures, [&](const ProposalSignature& one) {
    return one.account == account.id && one.key_id != key_id;
  });
  if (!other) return {};
  return refuse({.status = 409,
                 .code = "signed-already",
                 .vi = "Bạn đã ký bằng một khóa khác; chữ ký thứ hai phải của một người khác.",
                 .en = "You have signed with another key; the second signature is another person's."});
}

Result<void> check_rule(Transaction& transaction, const repository::Proposal& waiting,
                        const std::string& commune, const std::string& key_id) {
  const auto counts = [&](const std::string& id) {
    return std::ranges::find(waiting.key_ids, id) != waiting.key_ids.end();
  };
  std::vector<std::string> signers;
  std::ranges::copy_if(waiting.signed_by, std::back_inserter(signers), counts);
  const bool complete = waiting.signers >= waiting.threshold;  // nothing is added to it any more
  const bool has_signed = std::ranges::find(signers, key_id) != signers.end();
  if (!complete && !has_signed && counts(key_id)) signers.push_back(key_id);
  if (std::ssize(signers) < waiting.threshold) return {};
  return signing_rule::check(transaction, commune, signers, waiting.threshold);
}

Result<tuf::Keys> approved(Transaction& transaction, const std::string& commune) {
  TRY(const Rows rows,
      transaction.rows("SELECT k.key_id, k.public_key FROM signer_keys k JOIN accounts a ON a.id = "
                       "k.account_id WHERE a.commune = ? AND a.disabled = 0 AND k.state IN ('approved', "
                       "'delegated') ORDER BY k.id LIMIT 200",
                       commune));
  tuf::Keys keys;
  for (const Row& row : rows) {
    const Json object = Json::parse(row.text(1), nullptr, false);
    auto key = tuf::PublicKey::parse(object);
    if (key && key->id() == row.text(0)) keys.emplace(key->id(), std::move(*key));
  }
  return keys;
}

}  // namespace conglang::server::signing_keys
