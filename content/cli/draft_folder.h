#pragma once
// The folder that drafts are written into: a name of its own for each, drafts that are there keep theirs, and
// what somebody may have edited is not written over unasked.

#include <filesystem>
#include <set>
#include <string>

#include "content/base/result.h"
#include "content/guide/guide.h"
#include "content/import/slug.h"

namespace conglang::cli {

enum class Existing { keep, overwrite };

class DraftFolder {
 public:
  /// Makes `folder` if needed and reads the names in it. Errors: no_space, io, forbidden.
  static Result<DraftFolder> open(const std::string& folder, Existing existing);

  struct Written {
    std::string id;
    std::string path;
  };

  /// Chooses the name of `draft`, of the procedure `code`, and writes it. `from`: for messages.
  /// Errors: conflict, the code came before in this run, or the draft is there; internal; no_space, io.
  Result<Written> write(guide::Guide draft, const std::string& code, const std::string& from);

 private:
  DraftFolder(std::filesystem::path folder, Existing existing)
      : folder_(std::move(folder)), existing_(existing) {}
  Result<void> take_names();

  std::filesystem::path folder_;
  Existing existing_;
  import::DraftNames names_;
  std::set<std::string> codes_;  // written in this run
};

}  // namespace conglang::cli
