#pragma once
// USB sticks as the system mounts them: folders below /media or /run/media (MediaFolders), directly or in a
// folder of the user's name. Nothing of them is read but names; what they hold is for the agent to verify.

#include <filesystem>
#include <optional>
#include <vector>

#include "kiosk/model/pages/staff.h"

namespace conglang::machine {

using MediaFolders = std::vector<std::filesystem::path>;

/// The repository trees (metadata/timestamp.json and targets/) on them, at their top or in a folder there; at
/// most eight, by path.
std::vector<kiosk::Stick> find_sticks(const MediaFolders& media);

/// Where a medium is mounted that can be written to: the first by path.
std::optional<std::filesystem::path> writable_medium(const MediaFolders& media);

}  // namespace conglang::machine
