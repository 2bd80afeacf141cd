#pragma once
// The state's own order of procedures: sectors, and fields within them, as topics to browse by.

#include <string>
#include <vector>

#include "content/guide/text_in_languages.h"

namespace conglang::guide {

struct SectorField {
  std::string id;  ///< "ho-tich"
  Text title;
  std::vector<std::string> portal_names;  ///< names in Catalogue::fields

  bool operator==(const SectorField&) const = default;
};

struct Sector {
  std::string id;  ///< "tu-phap"
  Text title;
  std::string icon;
  int order = 0;
  std::vector<SectorField> fields;  ///< as the file orders them

  bool operator==(const Sector&) const = default;
};

}  // namespace conglang::guide
