#pragma once
// Carries out what staff ask of the machine, and reports back to the model.

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "kiosk/machine/believed_clock.h"
#include "kiosk/machine/diagnosis.h"
#include "kiosk/machine/pin_guard.h"
#include "kiosk/machine/sticks.h"
#include "kiosk/model/pages/staff.h"

namespace conglang::platform {

/// What the desk is told of the rest of the screen, when it asks.
struct DeskSurroundings {
  std::filesystem::path data;
  machine::MediaFolders media;
  std::function<machine::DiagnosisFacts()> facts;
  std::function<void()> restart;
};

class StaffDesk {
 public:
  explicit StaffDesk(DeskSurroundings surroundings);

  /// What to tell the model of it, if anything. Never fails: a refusal is a report too.
  std::optional<kiosk::StaffReport> carry_out(const kiosk::StaffEffect& effect);

 private:
  struct Doer;

  DeskSurroundings surroundings_;
  machine::PinGuard guard_;
};

/// The command that sets a PIN, as staff may read it from the screen.
std::string set_pin_words(const std::filesystem::path& data);

}  // namespace conglang::platform
