#pragma once
// A folder of files that is either the old one or the new one, whole, at every moment.

#include <filesystem>
#include <string_view>

#include "content/guide/bundle.h"

namespace conglang::publish {

/// Makes `folder` hold exactly `files`, durable when it returns. The new folder is written whole beside the
/// old (`folder`.new) and then the two change places in one step; where the file system cannot do that, the
/// old one is moved aside first. What was in the old folder is gone, so a folder that is not ours is refused:
/// one that is there must be empty or hold `mark`, which `files` must hold too. Errors: forbidden, a folder
/// that holds something else; no_space, io. The old folder is then as it was.
Result<void> replace_folder(const guide::Files& files, const std::filesystem::path& folder,
                            std::string_view mark);

}  // namespace conglang::publish
