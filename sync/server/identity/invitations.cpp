#include "sync/server/identity/invitations.h"

#include "content/base/utf8.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/identity/secret.h"

namespace conglang::server::invitations {
namespace {

constexpr std::size_t kLongestName = 120;

tl::unexpected<Error> wrong(std::string field, std::string vi, std::string en) {
  return refuse({.status = 422,
                 .code = "invalid",
                 .vi = std::move(vi),
                 .en = std::move(en),
                 .field = std::move(field)});
}

bool is_commune_code(std::string_view code) {
  return code.size() == 5 && code.find_first_not_of("0123456789") == code.npos;
}

}  // namespace

Result<void> check(const Invitation& invitation) {
  const std::string& name = invitation.display_name;
  if (name.find_first_not_of(' ') == name.npos || name.size() > kLongestName || !is_nfc(name))
    return wrong("displayName", "Hãy ghi họ tên, không quá 120 byte.", "Give a name, of 120 bytes at most.");
  if (invitation.roles.empty())
    return wrong("roles", "Hãy chọn ít nhất một vai trò.", "Choose at least one role.");
  const bool is_operator = invitation.roles.back() == Role::province_operator;
  if (is_operator && (invitation.roles.size() > 1 || !invitation.commune.empty())) {
    return wrong("roles", "Người vận hành tỉnh không thuộc xã nào và không có vai trò khác.",
                 "A province's operator has no commune and no other role.");
  }
  if (!is_operator && !is_commune_code(invitation.commune))
    return wrong("commune", "Mã xã gồm 5 chữ số.", "A commune's code has 5 digits.");
  return {};
}

Result<std::string> create(Transaction& transaction, Invitation invitation, Instant now) {
  TRY_VOID(check(invitation));
  TRY_VOID(transaction.run("DELETE FROM invitations WHERE used_at IS NULL AND expires_at <= ?", now));
  if (invitation.account) {
    TRY_VOID(transaction.run("DELETE FROM invitations WHERE account_id = ? AND used_at IS NULL",
                             *invitation.account));
  }
  TRY(std::string token, new_token());
  TRY_VOID(
      transaction.run("INSERT INTO invitations (token_hash, display_name, roles, commune, account_id, "
                      "invited_by, expires_at) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?)",
                      token_hash(token), invitation.display_name, to_words(invitation.roles),
                      invitation.commune, invitation.account, invitation.invited_by, now + kLifetime));
  return token;
}

Result<std::optional<Invitation>> find(Transaction& transaction, std::string_view token, Instant now) {
  TRY(const auto row, transaction.row("SELECT id, display_name, roles, commune, account_id, invited_by, "
                                      "expires_at FROM invitations "
                                      "WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?",
                                      token_hash(token), now));
  if (!row) return std::optional<Invitation>();
  return std::optional<Invitation>(Invitation{row->integer(0), row->text(1), from_words(row->text(2)),
                                              row->text(3), row->optional_integer(4),
                                              row->optional_integer(5), instant_of(*row, 6)});
}

Result<void> use(Transaction& transaction, const Invitation& invitation, Instant now) {
  TRY(const std::int64_t changed,
      transaction.run("UPDATE invitations SET used_at = ? WHERE id = ? AND used_at IS NULL", now,
                      invitation.id));
  if (changed == 1) return {};
  return refuse({.status = 409,
                 .code = "link-used",
                 .vi = "Đường dẫn mời này đã được dùng.",
                 .en = "This link has been used."});
}

}  // namespace conglang::server::invitations
