#pragma once
// A bundle folder as the repository sees it: files by the role that signs them.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "sync/tuf/metadata.h"

namespace conglang::repository {

/// Target paths by role, sorted. A role is there when its part of the bundle is: `communes/<code>/` for
/// `commune-<code>`, or for the stand-in `communes` where that commune has no role; anything else for
/// `targets`. A folder that is there and empty gives a role without files; a part that is missing says
/// nothing about its role.
using BundleFiles = std::map<std::string, std::vector<std::string>>;

/// Lists and checks; reads no file's content.
/// Errors: not_found, no such folder; forbidden, for a symbolic link, a path that is not plain ASCII, or one
/// that `targets` does not delegate to its role; invalid, for a file right under communes/; io.
Result<BundleFiles> list_bundle(const std::filesystem::path& bundle, const tuf::Targets& targets);

}  // namespace conglang::repository
