#pragma once

#include <filesystem>

#include "content/base/result.h"
#include "kiosk/screens/theme/theme.h"

namespace conglang::picture {

/// Adds the type and icons of `assets` to ImGui's current atlas. Glyphs are drawn when first needed, at any
/// size. Icons that are missing leave a null font: words stand without their sign.
/// Errors: not_found, when the text's own fonts are missing; the message says how to get them.
Result<screens::Fonts> load_fonts(const std::filesystem::path& assets);

}  // namespace conglang::picture
