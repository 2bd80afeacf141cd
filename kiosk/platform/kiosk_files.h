#pragma once
// What the screen reads of its data folder: its own configuration at start, the active content whenever the
// agent has turned the pointer.

#include <filesystem>
#include <optional>
#include <string>

#include "content/database/guide_database.h"

namespace conglang::platform {

/// DATA/kiosk.json
struct KioskConfig {
  std::string place;              ///< id of the cultural house
  double diagonal_inches = 21.5;  ///< of the panel
  bool operator==(const KioskConfig&) const = default;
};

/// Errors: not_found, parse, invalid; the message names the file and the field.
Result<KioskConfig> read_config(const std::filesystem::path& data);

/// The content that DATA/current names.
/// Errors: not_found, before the first activation; invalid, io.
Result<database::Stored> load_active_content(const std::filesystem::path& data);

}  // namespace conglang::platform
