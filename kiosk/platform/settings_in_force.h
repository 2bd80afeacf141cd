#pragma once
// The machine's settings as they are now: what it was set up with, what staff changed at the screen, and what
// the commune signed for its kiosks.

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/model/pages/staff.h"
#include "kiosk/raster/rotation.h"

namespace conglang::platform {

/// As the settings have it: 0, 90, 180 or 270.
int degrees(raster::Rotation rotation);

/// What the commune signed, put over `settings` and kept; a language that is not among `spoken` changes
/// nothing. True when there is something new.
bool use_remote_settings(const std::filesystem::path& data, const std::vector<std::string>& spoken,
                         kiosk::MachineSettings& settings);

/// `usual`, unless staff changed anything; then what use_remote_settings() does. What cannot be read is
/// logged.
kiosk::MachineSettings settings_in_force(const std::filesystem::path& data,
                                         const std::vector<std::string>& spoken,
                                         const kiosk::MachineSettings& usual);

}  // namespace conglang::platform
