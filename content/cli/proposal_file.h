#pragma once
// A proposal that came from the desk as a file (the JSON of GET /api/proposals/ID): read, shown, and signed
// without asking the server anything more. Nothing that it says about hashes or lengths is believed: what is
// signed is worked out from the very texts that are shown.

#include <filesystem>
#include <string>
#include <vector>

#include "content/base/result.h"

namespace conglang::cli {

struct ProposalFile {
  std::string role;                  ///< "commune-09784"
  std::string version;               ///< for people: "14"
  std::string signed_bytes;          ///< what a signature is over
  std::vector<std::string> changes;  ///< one a line, as a clerk reads them
};

/// Errors: not_found, too_large, io; parse, no proposal; forbidden, a path outside of what its role may sign,
/// or a version or date that goes back.
Result<ProposalFile> read_proposal_file(const std::filesystem::path& path);

}  // namespace conglang::cli
