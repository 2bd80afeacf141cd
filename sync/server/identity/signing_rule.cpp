#include "sync/server/identity/signing_rule.h"

#include <set>

#include "sync/server/identity/audit_log.h"
#include "sync/server/identity/refusal.h"

namespace conglang::server::signing_rule {
namespace {

Result<bool> has_tool(Transaction& transaction, const std::string& commune) {
  TRY(const auto row,
      transaction.row("SELECT 1 FROM signer_keys k JOIN accounts a ON a.id = k.account_id WHERE "
                      "a.commune = ? AND a.disabled = 0 AND k.state = 'approved' AND k.held_by = 'tool'",
                      commune));
  return row.has_value();
}

tl::unexpected<Error> one_person() {
  return refuse({.status = 409,
                 .code = "signed-already",
                 .vi = "Hai chữ ký này là của một người; chữ ký thứ hai phải của một người khác.",
                 .en = "Both signatures are one person's; the second signature is another person's."});
}

tl::unexpected<Error> tool_needed() {
  return refuse({.status = 409,
                 .code = "tool-needed",
                 .vi = "Xã này cần một chữ ký từ công cụ conglang: tải đề nghị thành tệp, ký ở máy giữ khóa "
                       "của công cụ, rồi gửi tệp chữ ký.",
                 .en = "This commune wants one signature from the tool conglang: download the proposal, sign "
                       "it where a tool's key is, and send the signature's file."});
}

}  // namespace

Result<Wish> wish_of(Transaction& transaction, const std::string& commune) {
  TRY(const auto row, transaction.row("SELECT wants_tool FROM signing_rules WHERE commune = ?", commune));
  return row && row->integer(0) != 0 ? Wish::one_tool : Wish::any_keys;
}

Result<void> set(Transaction& transaction, const std::string& commune, Wish wish, const Account& by,
                 Instant now) {
  const bool wants_tool = wish == Wish::one_tool;
  TRY(const bool could_sign, has_tool(transaction, commune));
  if (wants_tool && !could_sign) {
    return refuse({.status = 409,
                   .code = "no-tool-key",
                   .vi = "Xã chưa có khóa của công cụ nào đã duyệt: ghi danh và duyệt một khóa trước.",
                   .en = "No tool's key of the commune is approved yet: enrol and approve one first."});
  }
  TRY_VOID(
      transaction.run("INSERT INTO signing_rules (commune, wants_tool, changed_by, changed_at) VALUES (?, ?, "
                      "?, ?) ON CONFLICT (commune) DO UPDATE SET wants_tool = excluded.wants_tool, "
                      "changed_by = excluded.changed_by, changed_at = excluded.changed_at",
                      commune, std::int64_t{wants_tool}, by.id, now));
  return audit::append(transaction, by.name, wants_tool ? "signing.want-tool" : "signing.any-keys",
                       fmt::format("commune:{}", commune), now);
}

Result<void> check(Transaction& transaction, const std::string& commune,
                   const std::vector<std::string>& key_ids, std::int64_t threshold) {
  std::set<std::int64_t> people;
  std::int64_t strangers = 0;
  bool by_tool = false;
  for (const std::string& id : key_ids) {
    TRY(const auto row, transaction.row("SELECT account_id, held_by FROM signer_keys WHERE key_id = ?", id));
    by_tool = by_tool || !row || row->text(1) == "tool";
    if (row) {
      people.insert(row->integer(0));
    } else {
      ++strangers;
    }
  }
  if (std::ssize(people) + strangers < threshold) return one_person();
  TRY(const Wish wish, wish_of(transaction, commune));
  if (wish == Wish::one_tool && !by_tool) return tool_needed();
  return {};
}

}  // namespace conglang::server::signing_rule
