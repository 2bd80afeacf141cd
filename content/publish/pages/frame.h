#pragma once
// What every page has around its content: the head with the policy, the wall with the eave, the way to the
// other language, the foot with the warning that never changes.

#include "content/publish/pages/site.h"

namespace conglang::publish {

struct Framed {
  std::string name;             ///< "khai-sinh"; the same in every language
  std::string title;            ///< plain; the site's name is put behind it
  std::string description;      ///< plain
  nlohmann::ordered_json data;  ///< JSON-LD; null for none
  Html content;                 ///< of <main>, its h1 first
};

/// The bytes of the page.
std::string framed(const Framed& page, const PagePlace& place);

/// The village gate, as the icon of the pages: the file kIcon.
std::string icon_file();

}  // namespace conglang::publish
