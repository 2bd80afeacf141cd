#pragma once
// What the agent needs of DATA/kiosk.json, which staff write when they set a machine up.

#include <filesystem>
#include <string>

#include "content/base/result.h"

namespace conglang::agent {

struct KioskConfig {
  std::string commune;  ///< five digits: "09784"
  std::string place;    ///< id of the house
  std::string machine;  ///< "id" of the file, else commune and place: decides its turn in a staged rollout
};

/// Errors: not_found; parse, invalid, naming the field.
Result<KioskConfig> load_config(const std::filesystem::path& data);

}  // namespace conglang::agent
