#pragma once
// The client workflow of The Update Framework over a fetcher: which signed files to ask for, in which order,
// and what to keep of them. All judgement is TrustedSet's. Every file is stored right after it was verified
// and before the next is asked for, so that a power cut loses nothing and rolls nothing back.

#include <optional>
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

/// The four top-level roles (TUF 1.0.34, sections 5.3 to 5.5 and the start of 5.6), from `start`, a root that
/// the caller trusts. The rest as refresh().
Result<tuf::TrustedSet> refresh_top_level(tuf::TrustedSet start, Instant now, Fetcher& fetcher,
                                          const MetadataStore& store, std::string& timestamp_tag);

/// Searches `path` after refresh_top_level(), asking only for the delegated roles that the search visits, in
/// its order (5.6.7). Nothing when no role vouches for it.
/// Errors: as refresh(), and not_found for a role that the snapshot does not list: any trouble with a role
/// that was asked ends the search, since what it would have said is not known.
Result<std::optional<tuf::TargetFound>> find_target(tuf::TrustedSet& trusted, const std::string& path,
                                                    Instant now, Fetcher& fetcher,
                                                    const MetadataStore& store);

/// Runs the workflow (TUF 1.0.34, sections 5.3 to 5.6) with every delegated role that signs what is wanted.
/// `timestamp_tag`: the entity tag of the stored timestamp, kept by the caller between calls, empty at first.
/// Errors: TrustedSet's and the fetcher's, in front the file's path, "metadata/3.snapshot.json"; io,
/// no_space. What was verified before the error stays stored; it is all valid.
Result<Refreshed> refresh(const RefreshRequest& request, Fetcher& fetcher, const MetadataStore& store,
                          std::string& timestamp_tag);

}  // namespace conglang::client
