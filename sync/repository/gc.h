#pragma once
// Takes old versions out of a tree, so that years of publishing do not fill a disk. Roots stay, all of them:
// a machine that was off for years still has to walk through them.

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/repository/key_folder.h"
#include "sync/repository/tree.h"

namespace conglang::repository {

/// A client that began to read the old state has this long to finish.
inline constexpr std::chrono::days kGrace{7};

struct Collected {
  std::vector<std::string> files;  ///< relative to the tree, sorted
  std::uint64_t bytes = 0;
};

enum class Collect { count, remove };

/// Removes metadata that neither the published snapshot nor the one before it names, and blobs that none of
/// their roles and no change that waits names, when they were written more than kGrace ago. With
/// Collect::count it says what it would remove. Errors: conflict, a publisher is at work; TrustedSet's,
/// nothing is removed from a tree that does not verify; io, what was removed by then is gone, and the tree
/// whole.
Result<Collected> collect_garbage(const Tree& tree, const KeyFolder& keys, Instant now, Collect mode);

}  // namespace conglang::repository
