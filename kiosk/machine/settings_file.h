#pragma once
// DATA/settings.json: what staff changed on this machine. It is apart from kiosk.json, which whoever set the
// machine up wrote and nothing here changes: where both say something, the staff's word of today stands.

#include <filesystem>

#include "content/base/result.h"
#include "kiosk/model/pages/staff.h"

namespace conglang::machine {

/// Values that are not there, or cannot be, are those of `usual`: a damaged file never keeps the screen dark.
/// Errors: not_found, nothing was changed yet; parse; io.
Result<kiosk::MachineSettings> read_settings(const std::filesystem::path& data,
                                             const kiosk::MachineSettings& usual = {});

/// Errors: no_space, io; the file is then as it was.
Result<void> write_settings(const std::filesystem::path& data, const kiosk::MachineSettings& settings);

}  // namespace conglang::machine
