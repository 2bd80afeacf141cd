#pragma once
// The client workflow of The Update Framework over a fetcher: which signed files to ask for, in which order,
// and what to keep of them. All judgement is TrustedSet's. Every file is stored right after it was verified
// and before the next is asked for, so that a power cut loses nothing and rolls nothing back.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/client/fetcher.h"
#include "sync/client/metadata_store.h"
#include "sync/tuf/trusted_set.h"

namespace conglang::client {

/// A delegated role that its own signers left unusable (expired, too few signatures, malformed). Its last
/// content stays; the other roles go on, since no layer may freeze another.
struct BrokenRole {
  tuf::DelegatedRole role;
  Error error;
};

struct Refreshed {
  tuf::TrustedSet trusted;
  std::vector<BrokenRole> broken;
};

struct RefreshRequest {
  std::string anchor;  ///< bytes of the root that the machine was provisioned with
  std::vector<std::string>
      wanted;   ///< prefixes of target paths; roles that sign none of them are not asked for
  Instant now;  ///< fixed for the whole update
};

/// Runs the workflow (TUF 1.0.34, sections 5.3 to 5.6). `timestamp_tag`: the entity tag of the stored
/// timestamp, kept by the caller between calls, empty at first.
/// Errors: TrustedSet's and the fetcher's, in front the file's path, "metadata/3.snapshot.json"; io,
/// no_space. What was verified before the error stays stored; it is all valid.
Result<Refreshed> refresh(const RefreshRequest& request, Fetcher& fetcher, const MetadataStore& store,
                          std::string& timestamp_tag);

}  // namespace conglang::client
