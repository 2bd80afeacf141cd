#pragma once
// A bundle is a set of files by path; this turns one into the Content that a kiosk shows. Paths:
//
//   national/links.json            allow-list and templates        (signed by the repository's targets role)
//   national/topics.json           life events, most asked         (targets role)
//   national/guides/<id>.json      full guides                     (targets role)
//   communes/<code>/place/<id>.json     cultural houses            (the commune's delegated role)
//   communes/<code>/guides/<id>.json    guides of the commune's own (the commune's role)
//   communes/<code>/patches/<id>.json   RFC 7396 merge patch of a national guide (the commune's role)
//
// A commune's file that does not read, or a patch that does not fit, is set aside and reported; the national
// text shows. No layer can freeze another. A path of the nation's that is not in the list is left unread: a
// newer publisher may send more than an older kiosk knows. Pure: bytes in, values out.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/guide/guide.h"

namespace conglang::guide {

using Files = std::map<std::string, std::string, std::less<>>;  ///< path to bytes

/// What a path of a bundle stands for.
struct BundlePath {
  enum class Kind { links, topics, guide, place, commune_guide, patch };
  Kind kind = Kind::guide;
  std::string commune;  ///< empty for national files
  std::string id;       ///< the file's name without ".json"

  bool operator==(const BundlePath&) const = default;
};

/// Nothing for a path that is not one of the list above, exactly: commune codes are digits, ids are slugs.
std::optional<BundlePath> parse_bundle_path(std::string_view path);

/// A commune's file that could not be used.
struct SetAside {
  std::string path;
  std::string guide_id;  ///< empty when it is not about a guide
  Error error;

  bool operator==(const SetAside&) const = default;
};

struct Assembled {
  Content content;
  std::vector<SetAside> set_aside;
};

/// Applies the layers national then commune `commune` (an empty code: national only). Guides that are not in
/// force are left out; days of validity are the kiosk's to judge, by its clock.
/// Errors: parse, invalid, not_found in a national file: a bundle that its publisher must mend. The message
/// lists every problem of every national file, one a line.
Result<Assembled> assemble(const Files& files, std::string_view commune);

/// `patch` applied to `base` (RFC 7396), read as a guide.
/// Errors: parse, a patch that is not JSON; invalid, a patch that is not an object, touches "id", "type" or
/// "$schema", or does not fit. Messages name the lines of the patch.
Result<Guide> patch_guide(std::string_view base, std::string_view patch, std::string_view where);

}  // namespace conglang::guide
