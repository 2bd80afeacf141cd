#pragma once
// How the machine is: from DATA/sync-status.json and DATA/enrolment.json, which the agent writes, and from
// the disk.

#include <filesystem>
#include <optional>

#include "kiosk/model/pages/staff.h"

namespace conglang::machine {

/// What cannot be read is as if it had never been. `active`: the generation on the screen.
kiosk::MachineStatus read_status(const std::filesystem::path& data, std::int64_t active);

struct DiskSpace {
  std::int64_t free_bytes = 0;
  std::int64_t total_bytes = 0;
};
std::optional<DiskSpace> disk_space(const std::filesystem::path& folder);

}  // namespace conglang::machine
