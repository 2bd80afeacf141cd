#include "sync/server/identity/accounts.h"

#include <algorithm>

#include "sync/server/identity/refusal.h"

namespace conglang::server::accounts {
namespace {

Result<std::optional<Account>> one(Result<std::optional<Row>> row) {
  if (!row) return tl::unexpected<Error>(row.error());
  if (!*row) return std::optional<Account>();
  return std::optional<Account>(account_of(**row));
}

}  // namespace

Result<void> check_name(std::string_view name) {
  const bool fits = name.size() >= 3 && name.size() <= 32 && name.front() >= 'a' && name.front() <= 'z' &&
                    name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_") == name.npos;
  if (fits) return {};
  return refuse(
      {.status = 422,
       .code = "bad-name",
       .vi = "Tên đăng nhập có 3 đến 32 ký tự: chữ thường không dấu, số, dấu chấm, gạch; bắt đầu bằng chữ.",
       .en = "A sign-in name has 3 to 32 of a-z, 0-9, '.', '-' and '_', and starts with a letter.",
       .field = "name"});
}

Account account_of(const Row& row, std::size_t first_column) {
  return {row.integer(first_column),  row.text(first_column + 1),
          row.text(first_column + 2), from_words(row.text(first_column + 3)),
          row.text(first_column + 4), row.integer(first_column + 5) != 0};
}

Result<std::optional<Account>> find(Transaction& transaction, std::int64_t id) {
  return one(transaction.row(fmt::format("SELECT {} FROM accounts a WHERE a.id = ?", kColumns), id));
}

Result<std::optional<Account>> find(Transaction& transaction, std::string_view name) {
  return one(transaction.row(fmt::format("SELECT {} FROM accounts a WHERE a.name = ?", kColumns), name));
}

Result<std::vector<Account>> all(Transaction& transaction, const std::optional<std::string>& commune) {
  TRY(const Rows rows,
      transaction.rows(
          fmt::format("SELECT {} FROM accounts a WHERE a.commune = ? OR ? = 1 ORDER BY a.name", kColumns),
          commune.value_or(""), !commune));
  std::vector<Account> found;
  std::ranges::transform(rows, std::back_inserter(found), [](const Row& row) { return account_of(row); });
  return found;
}

Result<std::int64_t> create(Transaction& transaction, const Account& account, const std::string& hashed,
                            Instant now) {
  TRY_VOID(check_name(account.name));
  TRY(const auto taken, find(transaction, account.name));
  if (taken) {
    return refuse({.status = 409,
                   .code = "name-taken",
                   .vi = "Tên đăng nhập này đã có người dùng: hãy chọn tên khác.",
                   .en = "This sign-in name is taken: choose another.",
                   .field = "name"});
  }
  TRY_VOID(transaction.run(
      "INSERT INTO accounts (name, display_name, roles, commune, password, disabled, created_at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      account.name, account.display_name, to_words(account.roles), account.commune, hashed, account.disabled,
      now));
  return transaction.inserted_id();
}

Result<std::string> password(Transaction& transaction, std::int64_t id) {
  TRY(const auto row, transaction.row("SELECT password FROM accounts WHERE id = ?", id));
  if (!row) return fail(Errc::not_found, "there is no account {}", id);
  return row->text(0);
}

Result<void> set_password(Transaction& transaction, std::int64_t id, const std::string& hashed) {
  TRY_VOID(transaction.run("UPDATE accounts SET password = ? WHERE id = ?", hashed, id));
  return {};
}

Result<void> set_disabled(Transaction& transaction, std::int64_t id, bool disabled) {
  TRY_VOID(transaction.run("UPDATE accounts SET disabled = ? WHERE id = ?", disabled, id));
  return {};
}

Result<void> set_roles(Transaction& transaction, std::int64_t id, const Roles& roles) {
  TRY_VOID(transaction.run("UPDATE accounts SET roles = ? WHERE id = ?", to_words(roles), id));
  return {};
}

}  // namespace conglang::server::accounts
