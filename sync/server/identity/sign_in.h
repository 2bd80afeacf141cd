#pragma once
// From a name and a password to a session, and from a one-time link to an account.

#include <string>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/server/identity/account.h"
#include "sync/server/identity/password.h"
#include "sync/server/store/store.h"

namespace conglang::server {

struct SignInRequest {
  std::string name;
  std::string password;
  std::string peer;       ///< a numeric address
  std::string old_token;  ///< of the browser's session, which ends; empty without one
};

struct FreshSession {
  Account account;
  std::string token;  ///< for the cookie; known to nobody else
};

/// Takes about a tenth of a second whether or not there is such an account.
/// Errors: refused 401, wrong; 429, too many were. Which of name and password is wrong is not said.
Result<FreshSession> sign_in(Store& store, const PasswordCost& cost, const SignInRequest& request,
                             Instant now);

/// Makes the account that the link `token` is for, or gives an existing one its new password and ends its
/// sessions; signed in then. `request.name` is looked at for a new account only.
/// Errors: refused 404, no such link; 409, the name is taken; 422, name or password are against the rules.
Result<FreshSession> accept_invitation(Store& store, const PasswordCost& cost, const std::string& token,
                                       const SignInRequest& request, Instant now);

/// Errors: refused 422 with the field "old", `old_password` is wrong; 429, it was too often; 422 with the
/// field "password", the new one is against the rules. Every session of the account ends, also the one that
/// asked: whoever copied its token has nothing; the browser goes on with the new one.
Result<FreshSession> change_password(Store& store, const PasswordCost& cost, const Account& account,
                                     const std::string& old_password, const std::string& new_password,
                                     Instant now);

}  // namespace conglang::server
