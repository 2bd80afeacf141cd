#pragma once
// Icons by name: Phosphor's code points. Duotone icons are two glyphs at one place, bold icons one.

#include <string_view>

#include "kiosk/screens/theme/theme.h"

namespace conglang::screens {

struct DuotoneIcon {
  std::string_view name;
  ImWchar fill;
  ImWchar line;
};

struct BoldIcon {
  std::string_view name;
  ImWchar glyph;
};

/// The icon `name`; the question mark for a name that is not known, so that a misspelt name shows.
const DuotoneIcon& duotone_icon(std::string_view name);
const BoldIcon& bold_icon(std::string_view name);

}  // namespace conglang::screens
