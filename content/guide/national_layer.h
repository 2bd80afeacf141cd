#pragma once

#include "content/guide/bundle.h"

namespace conglang::guide {

/// The content of national/ alone; guides of any status are in `guides`.
/// Errors: as assemble().
Result<Content> read_national(const Files& files);

/// Reads a guide whose id is its file's name.
Result<Guide> read_named_guide(std::string_view bytes, std::string_view path, std::string_view id);

}  // namespace conglang::guide
