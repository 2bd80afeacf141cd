#pragma once
// Blobs into a tree. No client asks for one before a signed file names it.

#include <string>
#include <string_view>

#include "content/base/result.h"
#include "sync/repository/tree.h"
#include "sync/tuf/metadata.h"

namespace conglang::repository {

/// Puts `bytes` where their hash says, unless they are there, whole, already. Returns what to sign of them.
/// Precondition: tuf::is_safe_target_path(path). Errors: io, no_space.
Result<tuf::TargetFile> stage(const Tree& tree, std::string_view path, std::string_view bytes);

}  // namespace conglang::repository
