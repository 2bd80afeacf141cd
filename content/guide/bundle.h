#pragma once
// A bundle is a set of files by path; this turns one into the Content that a kiosk shows. Paths:
//
//   national/links.json                 allow-list and templates
//   national/topics.json                life events, most asked
//   national/catalogue.json             every procedure in brief; may be absent
//   national/sectors.json               sectors and fields to browse by; may be absent
//   national/synonyms.json              search words; may be absent
//   national/guides/<id>.json           full guides
//   provinces/<code>/province.json      the province and its communes
//   provinces/<code>/links.json         more hosts, addresses and templates
//   provinces/<code>/guides|patches|notices/<id>.json
//   communes/<code>/place|guides|patches|notices|heritage|products/<id>.json
//   communes/<code>/pictures/<slug>.jpg|png
//   communes/<code>/settings/kiosks.json   how the commune's kiosks are set (kiosk_settings.h); not shown
//   emergency/screen.json               what stands before everything else; may be absent
//
// Files of communes/<code>/ are signed by that commune's role, those of emergency/ by the emergency role, all
// others by the repository's targets role.
// The layers are national, then the province whose province.json lists the commune, then the commune. A guide
// of a lower layer never takes the place of one above; it changes it by an RFC 7396 merge patch of the guide
// as the layers above left it.
//
// A province's or commune's file that does not read or fit is set aside and reported, and the text of the
// layer above shows; so is an order of the emergency role, and the screens show their content. No layer can
// freeze another. A path of the nation's that is not in the list is left unread: a newer publisher may send
// more than an older kiosk knows. Pure: bytes in, values out.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/guide/content.h"

namespace conglang::guide {

using Files = std::map<std::string, std::string, std::less<>>;  ///< path to bytes

/// What a path of a bundle stands for.
struct BundlePath {
  enum class Kind {
    links,
    topics,
    synonyms,
    catalogue,
    sectors,
    emergency,
    province,
    guide,
    patch,
    notice,
    place,
    heritage,
    product,
    picture,
    settings,
  };
  enum class Layer { national, province, commune, emergency };
  Kind kind = Kind::guide;
  Layer layer = Layer::national;
  std::string code;  ///< of the province or commune; else empty
  std::string id;    ///< the file's name without ".json"; of a picture the whole name

  bool operator==(const BundlePath&) const = default;
};

/// Nothing for a path that is not one of the list above, exactly: codes are digits, ids are slugs.
std::optional<BundlePath> parse_bundle_path(std::string_view path);

/// A file of any layer but the nation's that could not be used, or not all of it.
struct SetAside {
  std::string path;
  std::string guide_id;  ///< empty when it is not about a guide
  Error error;

  bool operator==(const SetAside&) const = default;
};

struct Assembled {
  Content content;
  Files pictures;  ///< bytes of each of content.pictures, by its `file`
  std::vector<SetAside> set_aside;
};

/// Applies the layers for commune `commune` (an empty code: national only). Days of validity are the kiosk's
/// to judge, by its clock (standing.h). Errors: parse, invalid, not_found in a national file: a bundle that
/// its publisher must mend. The message lists every problem of every national file, one a line.
Result<Assembled> assemble(const Files& files, std::string_view commune);

/// `patch` applied to `base` (RFC 7396), read as a guide.
/// Errors: parse, a patch that is not JSON; invalid, a patch that is not an object, touches "id", "type" or
/// "$schema", or does not fit. Messages name the lines of the patch.
Result<Guide> patch_guide(std::string_view base, std::string_view patch, std::string_view where);

}  // namespace conglang::guide
