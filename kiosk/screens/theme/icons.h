#pragma once
// Icons by name: Phosphor's code points, as listed in assets/icons.json. Duotone icons are two glyphs at one
// place, bold icons one.

#include <imgui.h>

#include <span>
#include <string_view>

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

/// All that assets/icons.json lists.
std::span<const DuotoneIcon> duotone_icons();
std::span<const BoldIcon> bold_icons();

/// The icon `name`; the question mark for a name that is not known, so that a misspelt name shows.
const DuotoneIcon& duotone_icon(std::string_view name);
const BoldIcon& bold_icon(std::string_view name);

}  // namespace conglang::screens
