#pragma once
// The emergency role: one small file that blanks or replaces what all screens of a province show.

#include <string_view>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/repository/key_folder.h"
#include "sync/repository/publish.h"
#include "sync/repository/tree.h"

namespace conglang::repository {

/// Signs `screen` as the file kEmergencyFile and turns, or lets it wait for a second person where the role's
/// threshold asks for one. Needs the keys of the emergency role, snapshot and timestamp. Errors and the state
/// after them: as publish; not_found, when this repository has no emergency role.
Result<Published> publish_emergency(const Tree& tree, const KeyFolder& keys, std::string_view screen,
                                    Instant now);

}  // namespace conglang::repository
