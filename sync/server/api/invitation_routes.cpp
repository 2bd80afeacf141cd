#include <optional>

#include "sync/server/api/fields.h"
#include "sync/server/api/identity_json.h"
#include "sync/server/api/identity_routes.h"
#include "sync/server/api/request_checks.h"
#include "sync/server/identity/accounts.h"
#include "sync/server/identity/audit_log.h"
#include "sync/server/identity/invitations.h"
#include "sync/server/identity/sessions.h"

namespace conglang::server {
namespace {

using invitations::Invitation;

tl::unexpected<Error> not_yours() {
  return refuse({.status = 403,
                 .code = "forbidden",
                 .vi = "Bạn chỉ mời được người của xã mình; người vận hành tỉnh do tỉnh mời.",
                 .en = "You invite people of your own commune only; the province invites its operators."});
}

Json to_json(const Invitation& invitation, const std::optional<Account>& account) {
  return {{"displayName", invitation.display_name},
          {"roles", to_json(invitation.roles)},
          {"commune", invitation.commune},
          {"name", account ? Json(account->name) : Json()},
          {"expires", format_instant(invitation.expires_at)}};
}

Result<Json> show(Transaction& transaction, const std::string& token, Instant now) {
  TRY(const auto invitation, invitations::find(transaction, token, now));
  if (!invitation) return no_such_thing();
  std::optional<Account> account;
  if (invitation->account) {
    TRY(account, accounts::find(transaction, *invitation->account));
  }
  return to_json(*invitation, account);
}

Result<Answer> make_link(Transaction& transaction, Invitation invitation, const Caller& caller, Instant now) {
  invitation.invited_by = caller.account.id;
  TRY(const std::string token, invitations::create(transaction, invitation, now));
  const std::string about = invitation.account
                                ? fmt::format("account:{}", *invitation.account)
                                : fmt::format("{} {}", to_words(invitation.roles), invitation.commune);
  TRY_VOID(audit::append(transaction, caller.account.name,
                         invitation.account ? "password.link" : "account.invite", about, now));
  return Answer{
      201, {{"path", "/desk/#/invite/" + token}, {"expires", format_instant(now + invitations::kLifetime)}}};
}

Result<Invitation> read_invitation(const Ask& ask, const Caller& caller) {
  Invitation invitation;
  TRY(invitation.display_name, text_field(ask.body, "displayName"));
  TRY(invitation.roles, roles_field(ask.body));
  TRY(invitation.commune, text_field_or_empty(ask.body, "commune"));
  // An operator's own commune is none, and belongs_to() lets them invite for every one.
  const bool for_province = invitation.commune.empty();
  if (!caller.account.belongs_to(invitation.commune)) return not_yours();
  if (for_province && !caller.account.has(Role::province_operator)) return not_yours();
  return invitation;
}

// Somebody lost a password: their own admin makes them a link.
Result<Answer> renew(Transaction& transaction, std::int64_t id, const Caller& caller, Instant now) {
  TRY(const auto account, accounts::find(transaction, id));
  if (!account || !caller.account.belongs_to(account->commune)) return no_such_thing();
  return make_link(transaction,
                   {0, account->display_name, account->roles, account->commune, account->id, {}, {}}, caller,
                   now);
}

Result<SignInRequest> read_acceptance(const Ask& ask) {
  SignInRequest request;
  TRY(request.name, text_field_or_empty(ask.body, "name"));
  TRY(request.password, text_field(ask.body, "password"));
  request.peer = ask.http.peer;
  request.old_token = session_token(ask.http).value_or("");
  return request;
}

}  // namespace

void add_invitation_routes(Router& router, Store& store, const IdentityOptions& options) {
  router.add("POST", "/api/invitations", Role::commune_admin,
             [&store](const Ask& ask, const Caller& caller) -> Result<Answer> {
               TRY(const Invitation invitation, read_invitation(ask, caller));
               return store.write_and_get([&](Transaction& transaction) {
                 return make_link(transaction, invitation, caller, ask.now);
               });
             });
  router.add("POST", "/api/people/{id}/new-password", Role::commune_admin,
             [&store](const Ask& ask, const Caller& caller) -> Result<Answer> {
               return store.write_and_get(
                   [&](Transaction& transaction) { return renew(transaction, ask.id(), caller, ask.now); });
             });
  router.add_open("GET", "/api/invitations/{token}", [&store](const Ask& ask) -> Result<Answer> {
    TRY(const Json shown, store.read_and_get([&](Transaction& transaction) {
      return show(transaction, ask.path[0], ask.now);
    }));
    return Answer{200, shown};
  });
  router.add_open(
      "POST", "/api/invitations/{token}",
      [&store, &options](const Ask& ask) -> Result<Answer> {
        TRY(const SignInRequest request, read_acceptance(ask));
        TRY(const FreshSession fresh, accept_invitation(store, options.cost, ask.path[0], request, ask.now));
        return signed_in(fresh, ask.http, options);
      },
      kHashes);
}

}  // namespace conglang::server
