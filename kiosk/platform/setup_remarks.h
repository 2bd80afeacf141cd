#pragma once
// What whoever sets a machine up should read in its log. The screen works all the same.

#include <filesystem>

#include "kiosk/machine/diagnosis.h"
#include "kiosk/model/state.h"

namespace conglang::platform {

/// How large the panel is and how it is drawn on; a warning where it is too small for its pixels. `config`:
/// the file that says its size.
void remark_on_panel(const machine::DiagnosisFacts& facts, const std::filesystem::path& config);

/// An error where the address of phone pages that `config` gives is not allowed: their code is then left out,
/// which nobody would notice.
void remark_on_phone_pages(const kiosk::State& state, const std::filesystem::path& config);

}  // namespace conglang::platform
