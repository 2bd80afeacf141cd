#pragma once
// How this machine is just now, as a report that is made when it is sent: only the newest is of use. Nothing
// about visitors is in it.

#include <cstdint>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "content/base/result.h"
#include "content/base/time.h"

namespace conglang::agent {

struct HealthSources {
  std::filesystem::path data;
  std::string version;                                   ///< of this program
  std::filesystem::path thermal = "/sys/class/thermal";  ///< where the kernel tells temperatures
};

/// What cannot be found out is left out.
nlohmann::json describe_health(const HealthSources& sources);

/// The hottest of the machine's sensors, in whole degrees Celsius; nothing where there is none that could be
/// right.
std::optional<int> temperature(const std::filesystem::path& thermal);

}  // namespace conglang::agent
