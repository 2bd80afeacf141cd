#include "sync/server/api/identity_json.h"

#include <algorithm>

#include "sync/server/api/fields.h"
#include "sync/server/api/request_checks.h"
#include "sync/server/identity/secret.h"

namespace conglang::server {
namespace {

// The Host header without its port.
std::string host_name(const http::Request& request) {
  const auto hosts = request.values("Host");
  if (hosts.size() != 1) return {};
  const std::string_view host = hosts.front();
  const std::size_t bracket = host.find(']');
  const std::size_t colon = host.find(':', bracket == host.npos ? 0 : bracket);
  return std::string(host.substr(0, colon));
}

std::string signer_address(const http::Request& request, const IdentityOptions& options) {
  if (!options.signer_url.empty() || options.signer_port == 0) return options.signer_url;
  return fmt::format("{}://{}:{}/", request.secure ? "https" : "http", host_name(request),
                     options.signer_port);
}

}  // namespace

Json to_json(const Roles& roles) {
  Json names = Json::array();
  for (const Role role : roles) names.push_back(role_name(role));
  return names;
}

Result<Roles> roles_field(const Json& body) {
  TRY(const auto names, texts_field(body, "roles", 8));
  std::string words;
  for (const std::string& name : names) {
    if (!role_named(name)) {
      return wrong_field("roles", "Không có vai trò này: " + name + ".",
                         "There is no such role: " + name + ".");
    }
    words += name + " ";
  }
  return from_words(words);
}

Json to_json(const Account& account) {
  return {{"id", account.id},
          {"name", account.name},
          {"displayName", account.display_name},
          {"roles", to_json(account.roles)},
          {"commune", account.commune}};
}

bool is_trustworthy(const http::Request& request) {
  const std::string host = host_name(request);
  return request.secure || host == "localhost" || host == "[::1]" || host.starts_with("127.");
}

http::Header session_cookie(const std::string& token, bool secure) {
  return {"Set-Cookie", fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict{}{}", kSessionCookie, token,
                                    secure ? "; Secure" : "", token.empty() ? "; Max-Age=0" : "")};
}

Json me(const Account& account, const std::string& csrf, const http::Request& request,
        const IdentityOptions& options) {
  return {{"account", to_json(account)},
          {"csrf", csrf},
          {"deskNeedsHttps", !is_trustworthy(request)},
          {"signer", signer_address(request, options)},
          {"signerHash", options.signer_hash}};
}

Answer signed_in(const FreshSession& fresh, const http::Request& request, const IdentityOptions& options) {
  return {200,
          me(fresh.account, csrf_of(fresh.token), request, options),
          {session_cookie(fresh.token, request.secure)}};
}

}  // namespace conglang::server
