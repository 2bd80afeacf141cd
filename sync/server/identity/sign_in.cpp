#include "sync/server/identity/sign_in.h"

#include <optional>

#include "sync/server/identity/accounts.h"
#include "sync/server/identity/audit_log.h"
#include "sync/server/identity/invitations.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/identity/sessions.h"
#include "sync/server/identity/throttle.h"

namespace conglang::server {
namespace {

// An office behind one address has many people who mistype.
constexpr int kFreeOfName = 5;
constexpr int kFreeOfAddress = 30;

tl::unexpected<Error> wrong() {
  return refuse({.status = 401,
                 .code = "wrong-password",
                 .vi = "Tên đăng nhập hoặc mật khẩu không đúng.",
                 .en = "The name or the password is wrong."});
}

tl::unexpected<Error> wrong_old() {
  return refuse({.status = 422,
                 .code = "wrong-password",
                 .vi = "Mật khẩu cũ không đúng.",
                 .en = "The old password is wrong.",
                 .field = "old"});
}

tl::unexpected<Error> no_link() {
  return refuse({.status = 404,
                 .code = "no-link",
                 .vi = "Đường dẫn này không có, đã dùng hoặc đã hết hạn: hãy xin đường dẫn mới.",
                 .en = "This link does not exist, was used or is too old: ask for a new one."});
}

struct Known {
  std::optional<Account> account;
  std::string hashed;
};

// Looked up and counted in one transaction, before the password is tried.
Result<Known> begin_attempt(Transaction& transaction, const SignInRequest& request, Instant now) {
  Known known;
  TRY_VOID(throttle::count(transaction, throttle::of_address(request.peer), kFreeOfAddress, now));
  if (!accounts::check_name(request.name)) return known;  // nobody has it, whatever is sent
  TRY_VOID(throttle::count(transaction, throttle::of_name(request.name), kFreeOfName, now));
  TRY(known.account, accounts::find(transaction, request.name));
  if (!known.account) return known;
  TRY(known.hashed, accounts::password(transaction, known.account->id));
  return known;
}

// Somebody else's hash stands in where there is no account, so that both take as long.
Result<bool> try_password(const Known& known, const PasswordCost& cost, const std::string& password) {
  if (known.account && !known.account->disabled) return is_password(password, known.hashed);
  TRY_VOID(hash_password("nobody has this password", cost));
  return false;
}

Result<FreshSession> open_session(Transaction& transaction, Account account, const SignInRequest& request,
                                  Instant now) {
  TRY_VOID(throttle::forgive(transaction, throttle::of_name(account.name)));
  if (!request.old_token.empty()) TRY_VOID(sessions::end(transaction, request.old_token));
  TRY(std::string token, sessions::start(transaction, account.id, now));
  return FreshSession{std::move(account), std::move(token)};
}

Result<Account> account_for(Transaction& transaction, const invitations::Invitation& invitation,
                            const std::string& name, const std::string& hashed, Instant now) {
  if (invitation.account) {
    TRY(const auto account, accounts::find(transaction, *invitation.account));
    if (!account || account->disabled) return no_link();
    TRY_VOID(accounts::set_password(transaction, account->id, hashed));
    TRY_VOID(sessions::end_all(transaction, account->id));
    TRY_VOID(audit::append(transaction, account->name, "password.renew",
                           fmt::format("account:{}", account->id), now));
    return *account;
  }
  Account account{0, name, invitation.display_name, invitation.roles, invitation.commune, false};
  TRY(account.id, accounts::create(transaction, account, hashed, now));
  TRY_VOID(audit::append(
      transaction, name, "account.create",
      fmt::format("account:{} {} {}", account.id, to_words(account.roles), account.commune), now));
  return account;
}

// Nothing for a wrong password, which is noted.
Result<std::optional<FreshSession>> end_attempt(Transaction& transaction, const Known& known, bool right,
                                                const SignInRequest& request, Instant now) {
  std::optional<FreshSession> fresh;
  if (right) {
    TRY_VOID(throttle::take_back(transaction, throttle::of_address(request.peer), now));
    TRY(fresh, open_session(transaction, *known.account, request, now));
  }
  if (known.account) {
    TRY_VOID(audit::append(transaction, known.account->name, right ? "sign-in" : "sign-in.refused", "", now));
  }
  return fresh;
}

struct Invited {
  invitations::Invitation invitation;
  std::string name;
};

Result<Invited> find_invited(Transaction& transaction, const std::string& token, const std::string& name,
                             Instant now) {
  TRY(const auto invitation, invitations::find(transaction, token, now));
  if (!invitation) return no_link();
  if (!invitation->account) {
    TRY_VOID(accounts::check_name(name));
    return Invited{*invitation, name};
  }
  TRY(const auto account, accounts::find(transaction, *invitation->account));
  return Invited{*invitation, account ? account->name : std::string()};
}

Result<FreshSession> use_invitation(Transaction& transaction, const Invited& invited,
                                    const std::string& hashed, const SignInRequest& request, Instant now) {
  TRY_VOID(invitations::use(transaction, invited.invitation, now));
  TRY(Account account, account_for(transaction, invited.invitation, invited.name, hashed, now));
  return open_session(transaction, std::move(account), request, now);
}

Result<std::string> begin_change(Transaction& transaction, const Account& account, Instant now) {
  TRY_VOID(throttle::count(transaction, throttle::of_name(account.name), kFreeOfName, now));
  return accounts::password(transaction, account.id);
}

Result<FreshSession> end_change(Transaction& transaction, const Account& account, const std::string& hashed,
                                Instant now) {
  TRY_VOID(throttle::forgive(transaction, throttle::of_name(account.name)));
  TRY_VOID(accounts::set_password(transaction, account.id, hashed));
  TRY_VOID(sessions::end_all(transaction, account.id));
  TRY(std::string token, sessions::start(transaction, account.id, now));
  TRY_VOID(audit::append(transaction, account.name, "password.change", "", now));
  return FreshSession{account, std::move(token)};
}

}  // namespace

Result<FreshSession> sign_in(Store& store, const PasswordCost& cost, const SignInRequest& request,
                             Instant now) {
  const auto known =
      store.write_and_get([&](Transaction& counted) { return begin_attempt(counted, request, now); });
  if (!known) return tl::unexpected<Error>(known.error());
  TRY(const bool right, try_password(*known, cost, request.password));
  TRY(auto fresh, store.write_and_get(
                      [&](Transaction& noted) { return end_attempt(noted, *known, right, request, now); }));
  if (!fresh) return wrong();
  return std::move(*fresh);
}

Result<FreshSession> accept_invitation(Store& store, const PasswordCost& cost, const std::string& token,
                                       const SignInRequest& request, Instant now) {
  TRY(const Invited invited,
      store.read_and_get([&](Transaction& read) { return find_invited(read, token, request.name, now); }));
  TRY_VOID(check_password(request.password, invited.name));
  TRY(const std::string hashed, hash_password(request.password, cost));
  return store.write_and_get(
      [&](Transaction& transaction) { return use_invitation(transaction, invited, hashed, request, now); });
}

Result<FreshSession> change_password(Store& store, const PasswordCost& cost, const Account& account,
                                     const std::string& old_password, const std::string& new_password,
                                     Instant now) {
  TRY_VOID(check_password(new_password, account.name));
  TRY(const std::string hashed,
      store.write_and_get([&](Transaction& transaction) { return begin_change(transaction, account, now); }));
  TRY(const bool right, is_password(old_password, hashed));
  if (!right) return wrong_old();
  TRY(const std::string renewed, hash_password(new_password, cost));
  return store.write_and_get(
      [&](Transaction& transaction) { return end_change(transaction, account, renewed, now); });
}

}  // namespace conglang::server
