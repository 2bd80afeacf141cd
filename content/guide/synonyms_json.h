#pragma once

#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/guide/synonyms.h"

namespace conglang::guide {

/// synonyms.json. Errors: parse, invalid; as read_guide (guide_json.h).
Result<SearchWords> read_search_words(std::string_view json, std::string_view where);

/// The canonical file form.
std::string write_search_words(const SearchWords& words);

}  // namespace conglang::guide
