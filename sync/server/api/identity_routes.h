#pragma once
// The endpoints of identity: signing in and out, people and their invitations, signers' keys, the audit log.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sync/server/api/router.h"
#include "sync/server/identity/password.h"
#include "sync/server/store/store.h"

namespace conglang::server {

struct IdentityOptions {
  PasswordCost cost;
  std::string signer_url;         ///< where browsers find the signer's page; empty: same host, signer_port
  std::uint16_t signer_port = 0;  ///< 0: no signer is served
  std::string signer_hash;        ///< of its files, published so that staff can compare it
  /// TUF ids of the keys that the verified repository says may sign for a commune; absent: unknown, none.
  std::function<std::vector<std::string>(const std::string& commune)> delegated;
};

/// `store` and `options` must outlive `router`.
void add_identity_routes(Router& router, Store& store, const IdentityOptions& options);

// What the function above is made of.
void add_sign_in_routes(Router& router, Store& store, const IdentityOptions& options);
void add_invitation_routes(Router& router, Store& store, const IdentityOptions& options);
void add_people_routes(Router& router, Store& store);
void add_key_routes(Router& router, Store& store, const IdentityOptions& options);
void add_audit_routes(Router& router, Store& store);

/// RouterOptions::session of accounts kept in `store`.
std::function<Result<std::optional<Caller>>(const std::string& token, Instant now)> sessions_of(Store& store);

}  // namespace conglang::server
