#pragma once
// Identity's values as the API writes them, and what its endpoints share.

#include <string>

#include "sync/server/api/identity_routes.h"
#include "sync/server/api/router.h"
#include "sync/server/identity/account.h"
#include "sync/server/identity/sign_in.h"

namespace conglang::server {

Json to_json(const Roles& roles);
/// Errors: refused 422, an unknown role.
Result<Roles> roles_field(const Json& body);

/// {id, name, displayName, roles, commune}
Json to_json(const Account& account);

/// True when a browser gives the page at the request's address its cryptography and we may send it a secret:
/// https, or this very machine.
bool is_trustworthy(const http::Request& request);

/// Of every route that hashes a password.
inline constexpr RouteOptions kHashes{.max_body = 8UL * 1024, .pace = Pace::slow};

/// The answer that begins a session, with its cookie.
Answer signed_in(const FreshSession& fresh, const http::Request& request, const IdentityOptions& options);

/// What GET /api/me says.
Json me(const Account& account, const std::string& csrf, const http::Request& request,
        const IdentityOptions& options);

/// The session cookie with `token`; an empty one takes it away.
http::Header session_cookie(const std::string& token, bool secure);

}  // namespace conglang::server
