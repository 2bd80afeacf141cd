#include "kiosk/platform/settings_in_force.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "kiosk/machine/settings_file.h"

namespace conglang::platform {

int degrees(raster::Rotation rotation) {
  return static_cast<int>(rotation) * 90;
}

bool use_remote_settings(const std::filesystem::path& data, const std::vector<std::string>& spoken,
                         kiosk::MachineSettings& settings) {
  const std::string language = settings.language;
  if (!machine::take_remote_settings(data, settings)) return false;
  if (std::ranges::find(spoken, settings.language) == spoken.end()) settings.language = language;
  const auto kept = machine::write_settings(data, settings);
  if (!kept) spdlog::error("{}", kept.error().message);
  spdlog::info("the commune's settings for this kiosk are in force");
  return true;
}

kiosk::MachineSettings settings_in_force(const std::filesystem::path& data,
                                         const std::vector<std::string>& spoken,
                                         const kiosk::MachineSettings& usual) {
  auto settings = machine::read_settings(data, usual);
  if (!settings && settings.error().code != Errc::not_found) spdlog::error("{}", settings.error().message);
  kiosk::MachineSettings read = settings.value_or(usual);
  use_remote_settings(data, spoken, read);
  return read;
}

}  // namespace conglang::platform
