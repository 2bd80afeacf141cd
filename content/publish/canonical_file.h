#pragma once

#include <string>
#include <string_view>

#include "content/guide/bundle.h"

namespace conglang::publish {

/// `bytes`, the file at `where` that `path` stands for, in the canonical form; pictures and recordings as
/// they are. Errors: parse, invalid, too_large; as the reader of the kind, or an id that is not the file's
/// name. A province's links are read beside `national` links.
Result<std::string> canonical_file(const guide::BundlePath& path, std::string_view bytes,
                                   std::string_view where, const guide::LinkPolicy& national);

}  // namespace conglang::publish
