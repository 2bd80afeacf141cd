#pragma once

#include <string>

#include "sync/server/review/draft_path.h"
#include "sync/server/review/published.h"

namespace conglang::server {

/// What a draft of something new begins with: every part that its kind needs, and what nobody has filled in
/// yet says so. `title`: may be empty.
std::string new_content(const DraftPath& path, const std::string& title, const Published& published,
                        Date today);

}  // namespace conglang::server
