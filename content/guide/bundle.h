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
// text shows. No layer can freeze another. Pure: bytes in, values out.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/guide/guide.h"

namespace conglang::guide {

using Files = std::map<std::string, std::string, std::less<>>;  ///< path to bytes

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

/// Applies the layers national then commune `commune` (an empty code: national only).
/// Errors: parse, invalid, not_found in a national file: a bundle that its publisher must mend.
Result<Assembled> assemble(const Files& files, std::string_view commune);

}  // namespace conglang::guide
