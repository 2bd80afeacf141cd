#pragma once
// What every way of signing a change that waits has in common (sign.h, propose.h).

#include <map>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "sync/repository/sign.h"
#include "sync/repository/signed_role.h"
#include "sync/repository/tree_diff.h"
#include "sync/repository/turn.h"

namespace conglang::repository {

/// What `role` has published; nothing when it has published nothing yet. Top-level targets too.
const tuf::Targets* content_of(const tuf::TrustedSet& set, std::string_view role);

/// The files of content_of().
TargetFiles files_now(const tuf::TrustedSet& set, std::string_view role);

Signed report_of(const tuf::TrustedSet& current, std::string_view role, const SignedRole& change);

/// Every file that `content` names anew lies in the tree as it says. Nobody signs what is not there.
/// Errors: forbidden, bad_hash, not_found, io.
Result<void> check_blobs(const Turn& turn, std::string_view role, const tuf::Targets& content);

/// Puts `change` among those that wait, and makes it public at once when it is complete and the keys of
/// snapshot and timestamp are at hand. Errors: store_pending's, turn_content's; it then waits.
Result<Signed> finish(const Turn& turn, std::string_view role, SignedRole change);

}  // namespace conglang::repository
