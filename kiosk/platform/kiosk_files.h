#pragma once
// What the screen reads of its data folder: its own configuration at start, the active content whenever the
// agent has turned the pointer.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "content/database/guide_database.h"
#include "kiosk/platform/window.h"

namespace conglang::platform {

/// DATA/kiosk.json
struct KioskConfig {
  std::string place;                           ///< id of the cultural house
  std::optional<double> diagonal_inches = {};  ///< of the panel; nothing: it is to say so itself
  Drawing drawing = Drawing::memory;
  raster::Rotation rotation = raster::Rotation::none;
  std::string pages_url = {};  ///< where the guides' phone pages are; empty: nowhere
  std::vector<std::filesystem::path> media = {"/media", "/run/media"};  ///< where USB sticks are mounted
  bool operator==(const KioskConfig&) const = default;
};

/// Errors: not_found, parse, invalid; the message names the file and the field.
Result<KioskConfig> read_config(const std::filesystem::path& data);

/// The panel's diagonal: as `config` says, else as the panel `told` itself, else that of most kiosks, 21.5.
double diagonal_inches(const KioskConfig& config, std::optional<double> told);

/// The database that DATA/current names; whether it is there is not looked at.
/// Errors: not_found, before the first activation; invalid, io.
Result<std::filesystem::path> active_database(const std::filesystem::path& data);

/// Its content.
/// Errors: not_found, before the first activation; invalid, io.
Result<database::Stored> load_active_content(const std::filesystem::path& data);

}  // namespace conglang::platform
