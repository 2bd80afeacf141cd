#pragma once

#include "content/database/read_all.h"

namespace conglang::database {

/// The content that `tables` hold. Errors: invalid, parse: not as a build of ours writes it.
Result<guide::Content> understand(const Tables& tables);

/// Places in a list, as catalogue rows hold them: "3,7".
std::string write_places(const std::vector<std::uint16_t>& places);

/// How formats of pictures are called in their rows.
std::string_view name_of(guide::Picture::Format format);

}  // namespace conglang::database
