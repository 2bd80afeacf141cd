#pragma once
// A proposal that came from the desk as a file (the JSON of GET /api/proposals/ID): read, shown, and signed
// without asking the server anything more. Nothing that it says about hashes or lengths is believed: what is
// signed is worked out from the very texts that are shown.

#include <filesystem>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "content/cli/signed_before.h"

namespace conglang::cli {

struct ProposalFile {
  std::string role;                  ///< "commune-09784"
  SignedBefore next;                 ///< what would be signed, to be remembered
  std::vector<std::string> shown;    ///< target paths that differ
  std::string signed_bytes;          ///< what a signature is over
  std::vector<std::string> changes;  ///< one a line, as a clerk reads them
};

/// `now`: UTC. Errors: not_found, too_large, io; parse, no proposal; bad_signature, what it builds on is not
/// signed by as many of the keys that it names as it says must; forbidden, a path outside of what its role
/// may sign or twice, an old text that is not the one built on, a version that does not follow, or one that
/// would be good for more than a year and a day, or is not at `now`.
Result<ProposalFile> read_proposal_file(const std::filesystem::path& path, Instant now);

}  // namespace conglang::cli
