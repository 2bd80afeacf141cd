#pragma once
// DATA/settings.json: what staff changed on this machine. It is apart from kiosk.json, which whoever set the
// machine up wrote and nothing here changes: where both say something, the staff's word of today stands.

#include <filesystem>
#include <string_view>

#include "content/base/result.h"
#include "kiosk/model/pages/staff.h"

namespace conglang::machine {

/// Values that are not there, or cannot be, are those of `usual`: a damaged file never keeps the screen dark.
/// Errors: not_found, nothing was changed yet; parse; io.
Result<kiosk::MachineSettings> read_settings(const std::filesystem::path& data,
                                             const kiosk::MachineSettings& usual = {});

/// Errors: no_space, io; the file is then as it was.
Result<void> write_settings(const std::filesystem::path& data, const kiosk::MachineSettings& settings);

/// The file that the agent keeps of what the commune signed for its kiosks (sync/agent/remote_settings.h).
inline constexpr std::string_view kRemoteSettings = "remote-settings.json";

/// Puts the commune's newest word into `settings`, once: what staff change afterwards at the machine stands
/// until there is another. True when there was something new.
bool take_remote_settings(const std::filesystem::path& data, kiosk::MachineSettings& settings);

}  // namespace conglang::machine
