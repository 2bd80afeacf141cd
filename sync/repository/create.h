#pragma once
// A new repository: keys, and an empty tree that a client accepts.

#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/repository/key_folder.h"
#include "sync/repository/tree.h"

namespace conglang::repository {

/// Makes keys for root, targets, snapshot, timestamp, the emergency role, the commune's and the stand-in for
/// communes without keys, and a tree with the first version of each (province_roles.h). Stores the root
/// beside the keys as this publisher's anchor. `commune`: the commune's code of five digits. Errors:
/// bad_usage; conflict, when either folder already holds something (nothing is written then); io; no_space:
/// remove both folders and begin again.
Result<void> create_repository(const Tree& tree, const KeyFolder& keys, std::string_view commune,
                               Instant now);

}  // namespace conglang::repository
