#pragma once
// A proposal as the person who signs it sees it: what the role says now, what it would say, and every file
// that differs, whole. The signer works out what it signs from this alone.

#include "sync/server/api/router.h"
#include "sync/server/review/proposal_table.h"
#include "sync/server/review/published.h"

namespace conglang::server {

/// {keyIds, current: the role's file as text or null, changes: [{path, before, after} or with binary:
/// {before, after} in base64], removed: [paths]}. Of a proposal that waits or was published; without changes
/// for others. Errors: TrustedSet's, io.
Result<Json> proposal_content(const PublishedContent& content, const ProposalRow& row);

}  // namespace conglang::server
