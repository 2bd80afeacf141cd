#pragma once
// How large the panel is, as it says itself (VESA E-EDID 1.4): what the kernel read from it. A panel that
// says nothing, or nothing that can be, is of unknown size.

#include <filesystem>
#include <optional>
#include <string_view>

namespace conglang::machine {

/// The diagonal in inches that `edid`, as read from a panel, tells; 7 to 120. Nothing when it is no EDID, is
/// damaged, or names no size: projectors do not, and some panels write their proportions in its place.
std::optional<double> inches_of_edid(std::string_view edid);

/// The diagonal in inches of the one panel that is connected. Nothing when that is not known, or when there
/// are several that differ. `connectors`: the kernel's folders, one a connector, with `status` and `edid`.
std::optional<double> panel_inches(const std::filesystem::path& connectors = "/sys/class/drm");

}  // namespace conglang::machine
