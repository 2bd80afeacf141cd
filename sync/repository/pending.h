#pragma once
// Changes that wait for more signatures, in `pending/` of a tree: a role's next file, whole but for them. No
// server serves that folder, and no client looks for it. One change a role waits at a time.

#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "sync/repository/signed_role.h"
#include "sync/repository/tree.h"

namespace conglang::repository {

std::filesystem::path pending_path(const Tree& tree, std::string_view role);

/// Puts `role`'s change among those that wait. Errors: conflict, when another one waits already (it stays);
/// io, no_space.
Result<void> store_pending(const Tree& tree, std::string_view role, const SignedRole& change);

/// The change of `role` that waits, judged by the keys that count now. Errors: not_found, when there is none,
/// or no such role; conflict, when something else was published since it was made (it stays); parse; io.
Result<SignedRole> load_pending(const Tree& tree, std::string_view role, const tuf::TrustedSet& current);

/// The roles whose change waits, sorted. Errors: io.
Result<std::vector<std::string>> list_pending(const Tree& tree, const tuf::TrustedSet& current);

/// Forgets `role`'s change, if there is one. Errors: io.
Result<void> drop_pending(const Tree& tree, std::string_view role);

}  // namespace conglang::repository
