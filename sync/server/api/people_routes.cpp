#include "sync/server/api/fields.h"
#include "sync/server/api/identity_json.h"
#include "sync/server/api/identity_routes.h"
#include "sync/server/identity/accounts.h"
#include "sync/server/identity/audit_log.h"
#include "sync/server/identity/invitations.h"
#include "sync/server/identity/sessions.h"
#include "sync/server/identity/signer_keys.h"

namespace conglang::server {
namespace {

// The commune that a list is of: an admin's own, or the one an operator asks for; nothing: all.
std::optional<std::string> asked_commune(const Ask& ask, const Caller& caller) {
  return caller.account.has(Role::province_operator) ? ask.query("commune") : caller.account.commune;
}

Result<Json> list_people(Transaction& transaction, const Ask& ask, const Caller& caller) {
  TRY(const auto people, accounts::all(transaction, asked_commune(ask, caller)));
  Json list = Json::array();
  for (const Account& account : people) {
    Json entry = to_json(account);
    entry["disabled"] = account.disabled;
    list.push_back(std::move(entry));
  }
  return list;
}

// Somebody of the caller's commune, who is not the caller.
Result<Account> somebody_else(Transaction& transaction, const Ask& ask, const Caller& caller) {
  TRY(const auto account, accounts::find(transaction, ask.id()));
  if (!account || !caller.account.belongs_to(account->commune)) return no_such_thing();
  if (account->id != caller.account.id) return *account;
  return refuse({.status = 403,
                 .code = "oneself",
                 .vi = "Không ai tự đổi quyền hay khóa tài khoản của mình: hãy nhờ người quản trị khác.",
                 .en = "Nobody changes or disables their own account: ask another admin."});
}

// Who has left signs nothing any more: not in here, and with no key once the province has delegated anew.
Result<Answer> disable(Transaction& transaction, const Ask& ask, const Caller& caller) {
  TRY(const Account account, somebody_else(transaction, ask, caller));
  TRY_VOID(accounts::set_disabled(transaction, account.id, true));
  TRY_VOID(sessions::end_all(transaction, account.id));
  TRY(const std::int64_t revoked, signer_keys::revoke_all(transaction, account.id, caller.account, ask.now));
  TRY_VOID(audit::append(transaction, caller.account.name, "account.disable",
                         fmt::format("account:{}", account.id), ask.now));
  return Answer{200, {{"keysRevoked", revoked}}};
}

Result<Answer> enable(Transaction& transaction, const Ask& ask, const Caller& caller) {
  TRY(const Account account, somebody_else(transaction, ask, caller));
  TRY_VOID(accounts::set_disabled(transaction, account.id, false));
  TRY_VOID(audit::append(transaction, caller.account.name, "account.enable",
                         fmt::format("account:{}", account.id), ask.now));
  return Answer{200, Json::object()};
}

Result<Answer> change_roles(Transaction& transaction, const Ask& ask, const Caller& caller) {
  TRY(const Roles roles, roles_field(ask.body));
  TRY(const Account account, somebody_else(transaction, ask, caller));
  invitations::Invitation as_if_invited;
  as_if_invited.display_name = account.display_name;
  as_if_invited.roles = roles;
  as_if_invited.commune = account.commune;
  TRY_VOID(invitations::check(as_if_invited));
  TRY_VOID(accounts::set_roles(transaction, account.id, roles));
  TRY_VOID(audit::append(transaction, caller.account.name, "account.roles",
                         fmt::format("account:{} {}", account.id, to_words(roles)), ask.now));
  return Answer{200, Json::object()};
}

// Asked again where nobody can change it any more: of two admins who each take the other's role away in the
// same moment, one comes too late.
Result<void> check_still_admin(Transaction& transaction, const Caller& caller) {
  TRY(const auto account, accounts::find(transaction, caller.account.id));
  if (!account || account->disabled || !account->is_at_least(Role::commune_admin)) return refuse_role();
  return {};
}

}  // namespace

void add_people_routes(Router& router, Store& store) {
  router.add("GET", "/api/people", Role::commune_admin,
             [&store](const Ask& ask, const Caller& caller) -> Result<Answer> {
               TRY(const Json list, store.read_and_get([&](Transaction& transaction) {
                 return list_people(transaction, ask, caller);
               }));
               return Answer{200, list};
             });
  using Change = Result<Answer> (*)(Transaction&, const Ask&, const Caller&);
  const auto add = [&](const char* pattern, Change change) {
    router.add("POST", pattern, Role::commune_admin, [&store, change](const Ask& ask, const Caller& caller) {
      return store.write_and_get([&](Transaction& transaction) -> Result<Answer> {
        TRY_VOID(check_still_admin(transaction, caller));
        return change(transaction, ask, caller);
      });
    });
  };
  add("/api/people/{id}/disable", disable);
  add("/api/people/{id}/enable", enable);
  add("/api/people/{id}/roles", change_roles);
}

}  // namespace conglang::server
