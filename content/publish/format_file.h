#pragma once
// One file in its canonical form, for people who edit files by hand: the same words and facts, the layout of
// the writers. Unlike what goes into a bundle, the file keeps its "$schema", by which an editor helps.

#include <optional>
#include <string>
#include <string_view>

#include "content/guide/bundle.h"

namespace conglang::publish {

/// What the file at `path` is: by the end of the path ("…/national/guides/khai-sinh.json"), else, for a draft
/// in any folder, by what it holds. Nothing for a file that is no content of ours.
std::optional<guide::BundlePath> kind_of_file(std::string_view path, std::string_view bytes);

/// `bytes`, the content of the file at `where`, in canonical form. Reads as the same value as before;
/// formatting that again changes nothing. A province's links are read beside `national` ones.
/// Errors: parse, invalid, as the reader of its kind; not_found, no kind of content.
Result<std::string> format_file(std::string_view bytes, std::string_view where,
                                const guide::LinkPolicy& national);

}  // namespace conglang::publish
