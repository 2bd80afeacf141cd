#pragma once
// Reads a tree as a suspicious client would: the whole chain of signatures, then every byte of every target.

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/repository/tree.h"

namespace conglang::repository {

struct Verified {
  std::size_t targets = 0;         ///< targets looked at
  std::vector<Error> bad_targets;  ///< one for each that is missing or is not what was signed; names its file
};

/// `root`: the root to start from. `after_file` is called once a target, for a progress display. Errors: when
/// the metadata itself does not hold, as Tree::load.
Result<Verified> verify_tree(const Tree& tree, std::string_view root, Instant now,
                             const std::function<void()>& after_file = {});

}  // namespace conglang::repository
