#pragma once

#include <string>
#include <vector>

#include "content/guide/picture.h"
#include "content/guide/provenance.h"
#include "content/guide/recording.h"
#include "content/guide/text_in_languages.h"

namespace conglang::guide {

/// A page about a place, a custom or a person of the commune.
struct Heritage {
  std::string id;  ///< "dinh-thuong-thap"
  Text title;
  Text summary;
  std::vector<Text> body;  ///< paragraphs
  std::vector<PictureUse> pictures;
  std::vector<RecordingUse> recordings;
  bool sample = false;
  Provenance provenance;

  bool operator==(const Heritage&) const = default;
};

}  // namespace conglang::guide
