#pragma once
// What comes to be signed otherwise than by drafts (an earlier version, what is published today once more, a
// change made at a command line) passes the same checks as they do: draft_check.h.

#include <cstdint>
#include <string>

#include "content/base/time.h"
#include "sync/repository/propose.h"
#include "sync/server/review/published.h"

namespace conglang::server {

/// The files that version `version` of `commune` had, in place of those that it has. Errors: those of
/// check_publishable; not_found, the version or a file of it is not in the tree any more; TrustedSet's, io.
Result<void> check_version(PublishedContent& content, const std::string& commune, std::int64_t version,
                           Date today);

/// Everything that `commune` says today. Errors: those of check_publishable; TrustedSet's, io.
Result<void> check_again(PublishedContent& content, const std::string& commune, Date today);

/// What `waiting` changes, whoever made it. Errors: those of check_publishable; refused 422, a path that is
/// not the commune's; bad_hash, not_found, a file in the tree that is not what `waiting` says; TrustedSet's,
/// io.
Result<void> check_waiting(PublishedContent& content, const std::string& commune,
                           const repository::Proposal& waiting, Date today);

}  // namespace conglang::server
