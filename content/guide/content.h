#pragma once
// Everything that one kiosk shows.

#include <optional>
#include <string>
#include <vector>

#include "content/guide/catalogue.h"
#include "content/guide/emergency.h"
#include "content/guide/guide.h"
#include "content/guide/heritage.h"
#include "content/guide/link_policy.h"
#include "content/guide/notice.h"
#include "content/guide/picture.h"
#include "content/guide/place.h"
#include "content/guide/product.h"
#include "content/guide/province.h"
#include "content/guide/recording.h"
#include "content/guide/sector.h"
#include "content/guide/synonyms.h"

namespace conglang::guide {

/// Everything one kiosk shows, layers applied. Lists are in order of id where nothing else is said.
struct Content {
  std::vector<Topic> topics;            ///< by order, then id
  std::vector<std::string> most_asked;  ///< guide ids
  std::vector<Guide> guides;            ///< only those in force; days are the kiosk's to judge
  std::vector<Guide> retired;           ///< expired, replaced, withdrawn: kept, not shown
  std::vector<Place> places;
  std::vector<std::string> local_text_in_question;  ///< guides with a patch that was set aside
  LinkPolicy link_policy;                           ///< the nation's and the province's
  Catalogue catalogue;
  SearchWords search_words;
  std::vector<Sector> sectors;       ///< by order, then id
  std::optional<Province> province;  ///< nothing: no province lists the commune
  std::vector<Notice> notices;
  std::vector<Heritage> heritage;
  std::vector<Product> products;
  std::optional<EmergencyScreen> emergency;  ///< of every layer alike; nothing: none was ever issued
  std::vector<Picture> pictures;             ///< by file; the bytes are apart (bundle.h)
  std::vector<Recording> recordings;         ///< likewise

  bool operator==(const Content&) const = default;
};

}  // namespace conglang::guide
