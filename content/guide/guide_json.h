#pragma once
// Guides as JSON: content/guide/guide.schema.json says the shape in public, this reads and writes it. Reading
// normalises every text to NFC and trims it; what does not fit the schema is an error that names the field.

#include <string>
#include <string_view>

#include "content/guide/guide.h"

namespace conglang::guide {

/// Reads one guide. `where` is the file's name, put in front of every message.
/// Errors: parse, not JSON or not UTF-8 (with line); invalid, names the field as a JSON Pointer and what is
/// expected there. Unknown fields are an error: a misspelt name must not drop a fact.
Result<Guide> read_guide(std::string_view json, std::string_view where);

/// The canonical file form: two-space indent, keys in the schema's order, final newline.
std::string write_guide(const Guide& guide);

Result<LinkPolicy> read_link_policy(std::string_view json, std::string_view where);
Result<std::vector<Topic>> read_topics(std::string_view json, std::string_view where);
Result<Place> read_place(std::string_view json, std::string_view where);

}  // namespace conglang::guide
