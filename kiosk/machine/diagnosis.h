#pragma once
// A file for whoever helps from afar: how this machine is, and nothing about anybody who stood before it. No
// PIN, no search, no counters of use, no Wi-Fi password.

#include <filesystem>
#include <string>

#include "content/base/result.h"
#include "kiosk/machine/believed_clock.h"
#include "kiosk/machine/sticks.h"

namespace conglang::machine {

struct DiagnosisFacts {
  std::string version;
  BelievedClock::Reading clock;
  std::int64_t generation = 0;  ///< on the screen
  int width_px = 0;
  int height_px = 0;
  std::string display;  ///< how it is drawn: "memory", "gpu"
  double panel_inches = 0;
  bool panel_is_large_enough = true;  ///< for its pixels: what is on it can be read and touched
};

/// The file's text: JSON.
std::string describe_machine(const std::filesystem::path& data, const DiagnosisFacts& facts);

/// Writes it to the first stick that can be written to, else into `data`. Returns where it is.
/// Errors: no_space, io.
Result<std::filesystem::path> write_diagnosis(const std::filesystem::path& data, const MediaFolders& media,
                                              const DiagnosisFacts& facts);

}  // namespace conglang::machine
