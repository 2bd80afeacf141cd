#pragma once
// Signs a bundle into a repository tree. Order: blobs, role files, snapshot, a check of it all as a client
// would see it, then the timestamp. Stopped anywhere, even by a power cut, it leaves a tree that clients
// accept.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/repository/key_folder.h"
#include "sync/repository/tree.h"

namespace conglang::repository {

/// A role whose change was signed by some of its keys, not yet by enough; sign.h goes on from there.
struct Waiting {
  std::string role;
  std::int64_t signers = 0;
  std::int64_t threshold = 1;
};

struct Published {
  std::vector<std::string> added;    ///< target paths
  std::vector<std::string> changed;  ///< target paths
  std::vector<std::string> removed;  ///< target paths
  std::vector<std::string> renewed;  ///< roles signed again although no file of theirs changed
  std::vector<Waiting> waiting;      ///< their files are among added, changed and removed, but not yet public
  std::int64_t timestamp = 0;        ///< its version, new or as it was

  bool nothing() const { return added.empty() && changed.empty() && removed.empty() && renewed.empty(); }
};

/// Makes `tree` hold exactly the files of `bundle`, part by part (see BundleFiles). Only roles whose files
/// changed, or that are past half of their life, are signed again, so only their keys are needed. With
/// nothing to do it writes nothing. A role whose keys here are fewer than its threshold waits (pending.h)
/// while the others are published. `after_file` is called once a file, for a progress display. Errors:
/// conflict, another publisher is at work, or another change of a role waits; forbidden, a path or a
/// passphrase; not_found, a key, the bundle or the tree; bad_signature and TrustedSet's others, the tree is
/// not what its keys signed; io; no_space. After an error clients see the tree as it was.
Result<Published> publish(const Tree& tree, const KeyFolder& keys, const std::filesystem::path& bundle,
                          Instant now, const std::function<void()>& after_file = {});

}  // namespace conglang::repository
