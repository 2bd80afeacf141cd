#pragma once
// A plain client of any TUF repository, one step a call: what `conglang-sync tuf` does, by the command line
// that the public conformance suite speaks. It knows nothing of kiosks. The metadata folder holds exactly the
// files trusted last, byte for byte, named by role without version.

#include <filesystem>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/client/fetcher.h"

namespace conglang::agent {

/// Starts the metadata folder with a root that the operator trusts; one that is there already stays.
/// Errors: conflict, the folder has another root; not_found, parse, bad_signature for the file; no_space,
/// io.
Result<void> init_tuf_client(const std::filesystem::path& metadata, const std::filesystem::path& root);

/// Brings the top-level roles up to date: TUF 1.0.34, sections 5.3 to 5.6. `now`: fixed for the call.
/// Errors: not_found, no init before; those of client::refresh_top_level().
Result<void> refresh_tuf_client(const std::filesystem::path& metadata, client::Fetcher& fetcher, Instant now);

/// The same, then fetches each of `targets` into `folder`, under its percent-encoded path; one that is there
/// with the signed hashes is not fetched again.
/// Errors: those above; not_found, a target that no role vouches for; client::download_all()'s. Targets
/// before the one that failed are there.
Result<void> download_targets(const std::filesystem::path& metadata, client::Fetcher& fetcher, Instant now,
                              const std::vector<std::string>& targets, const std::filesystem::path& folder);

/// One repository whose metadata and targets are served at two addresses.
class TwoAddresses : public client::Fetcher {
 public:
  /// Both must outlive this. `targets` may be null when none is asked for.
  TwoAddresses(client::Fetcher& metadata, client::Fetcher* targets)
      : metadata_(metadata), targets_(targets) {}

  Result<client::Fetched> fetch(const client::Wanted& wanted, client::Sink& sink) override;

 private:
  client::Fetcher& metadata_;
  client::Fetcher* targets_;
};

}  // namespace conglang::agent
