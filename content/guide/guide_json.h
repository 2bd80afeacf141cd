#pragma once
// Guides as JSON: content/guide/guide.schema.json says the shape in public, this reads and writes it. Reading
// normalises every text to NFC and trims it; what does not fit the schema is an error that names the field.
// The readers' messages are for the staff who write the files, in Vietnamese: one problem a line, each
// "file:line: JSON Pointer: what is wrong and what to do", all problems of the file at once.

#include <string>
#include <string_view>

#include "content/guide/guide.h"
#include "content/guide/link_policy.h"
#include "content/guide/place.h"

namespace conglang::guide {

struct Document;

/// What "$schema" says in a file that we write.
inline constexpr std::string_view kGuideSchema = "guide.schema.json";

/// Reads one guide. `where` is the file's name, put in front of every message.
/// Errors: parse, not JSON or not UTF-8 (with line); invalid, names the field as a JSON Pointer and what is
/// expected there. Unknown fields are an error: a misspelt name must not drop a fact.
Result<Guide> read_guide(std::string_view json, std::string_view where);

/// The same for a file that is parsed already (json_document.h), or patched.
Result<Guide> read_guide(const Document& document);

/// The canonical file form: two-space indent, keys in the schema's order, final newline. What read_guide
/// gave, it gives again from these bytes.
std::string write_guide(const Guide& guide, std::string_view schema = kGuideSchema);

/// topics.json
struct TopicList {
  std::vector<Topic> topics;            ///< by order, then id
  std::vector<std::string> most_asked;  ///< guide ids, most asked first

  bool operator==(const TopicList&) const = default;
};

Result<LinkPolicy> read_link_policy(std::string_view json, std::string_view where);

/// A province's links.json: hosts, addresses and templates beside those of `base`; each may be missing. Its
/// templates may lead to hosts of either. Gives the additions alone, see add_links.
Result<LinkPolicy> read_link_additions(std::string_view json, std::string_view where, const LinkPolicy& base);

/// `base` with `additions`; a template of the same id takes the place of that of `base`.
LinkPolicy add_links(LinkPolicy base, const LinkPolicy& additions);

Result<TopicList> read_topics(std::string_view json, std::string_view where);
Result<Place> read_place(std::string_view json, std::string_view where);

std::string write_link_policy(const LinkPolicy& policy);
std::string write_topics(const TopicList& list);
std::string write_place(const Place& place);

}  // namespace conglang::guide
