#include "sync/server/api/fields.h"
#include "sync/server/api/identity_json.h"
#include "sync/server/api/identity_routes.h"
#include "sync/server/api/request_checks.h"
#include "sync/server/identity/audit_log.h"
#include "sync/server/identity/sessions.h"

namespace conglang::server {
namespace {

constexpr std::size_t kLongestSecret = 1024;

// A password sent in the clear is everybody's on the way.
Result<void> check_line(const http::Request& request) {
  if (is_trustworthy(request)) return {};
  return refuse({.status = 403,
                 .code = "needs-https",
                 .vi = "Bàn làm việc chỉ mở được bằng https (hoặc ngay trên máy chủ).",
                 .en = "The desk opens by https only (or on the server itself)."});
}

Result<SignInRequest> read_request(const Ask& ask) {
  TRY_VOID(check_line(ask.http));
  SignInRequest request;
  TRY(request.name, text_field_or_empty(ask.body, "name", kLongestSecret));
  TRY(request.password, text_field(ask.body, "password", kLongestSecret));
  request.peer = ask.http.peer;
  request.old_token = session_token(ask.http).value_or("");
  return request;
}

Result<void> sign_out(Transaction& transaction, const Caller& caller, const std::string& token, Instant now) {
  TRY_VOID(sessions::end(transaction, token));
  return audit::append(transaction, caller.account.name, "sign-out", "", now);
}

}  // namespace

std::function<Result<std::optional<Caller>>(const std::string& token, Instant now)> sessions_of(
    Store& store) {
  return [&store](const std::string& token, Instant now) -> Result<std::optional<Caller>> {
    TRY(auto found, sessions::find_and_touch(store, token, now));
    if (!found) return std::optional<Caller>();
    return std::optional<Caller>(Caller{std::move(found->account), std::move(found->session)});
  };
}

void add_sign_in_routes(Router& router, Store& store, const IdentityOptions& options) {
  router.add_open(
      "POST", "/api/sign-in",
      [&store, &options](const Ask& ask) -> Result<Answer> {
        TRY(const SignInRequest request, read_request(ask));
        TRY(const FreshSession fresh, sign_in(store, options.cost, request, ask.now));
        return signed_in(fresh, ask.http, options);
      },
      kHashes);
  router.add("POST", "/api/sign-out", Role::author,
             [&store](const Ask& ask, const Caller& caller) -> Result<Answer> {
               const std::string token = session_token(ask.http).value_or("");
               TRY_VOID(store.write(
                   [&](Transaction& transaction) { return sign_out(transaction, caller, token, ask.now); }));
               return Answer{200, Json::object(), {session_cookie("", ask.http.secure)}};
             });
  router.add("GET", "/api/me", Role::author,
             [&options](const Ask& ask, const Caller& caller) -> Result<Answer> {
               return Answer{200, me(caller.account, caller.session.csrf, ask.http, options)};
             });
  router.add(
      "POST", "/api/me/password", Role::author,
      [&store, &options](const Ask& ask, const Caller& caller) -> Result<Answer> {
        TRY_VOID(check_line(ask.http));
        TRY(const std::string old_password, text_field(ask.body, "old", kLongestSecret));
        TRY(const std::string new_password, text_field(ask.body, "new", kLongestSecret));
        TRY(const FreshSession fresh,
            change_password(store, options.cost, caller.account, old_password, new_password, ask.now));
        return signed_in(fresh, ask.http, options);
      },
      kHashes);
}

}  // namespace conglang::server
