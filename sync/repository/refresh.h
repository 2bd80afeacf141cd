#pragma once
// Keeps a tree from expiring while nobody publishes. Meant for a timer, once a day.

#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/repository/key_folder.h"
#include "sync/repository/tree.h"

namespace conglang::repository {

/// A role that refresh cannot renew: its key is a person's.
struct Expiring {
  std::string role;
  Instant expires;
};

struct Refreshed {
  bool timestamp = false;  ///< signed again
  bool snapshot = false;   ///< signed again
  Instant timestamp_expires;
  std::vector<Expiring> expiring;  ///< past half of their life, soonest first
};

/// Signs the timestamp again when it is more than half a day old, and the snapshot past half of its life.
/// Needs the keys of these two alone. Errors and the state after them: as publish.
Result<Refreshed> refresh(const Tree& tree, const KeyFolder& keys, Instant now);

}  // namespace conglang::repository
