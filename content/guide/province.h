#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/guide/text_in_languages.h"

namespace conglang::guide {

struct Commune {
  std::string code;                       ///< "09784"
  Text name;                              ///< "Xã Đan Phượng"
  std::vector<std::string> former_names;  ///< of the communes it was made from: "Song Phượng"

  bool operator==(const Commune&) const = default;
};

/// A province and the communes whose kiosks show what it adds.
struct Province {
  std::string code;  ///< "01"
  Text name;
  std::vector<Commune> communes;  ///< by code

  bool operator==(const Province&) const = default;
};

/// True for the code of a province or commune: one to ten digits.
bool is_area_code(std::string_view code);

bool has_commune(const Province& province, std::string_view code);

}  // namespace conglang::guide
