#pragma once
// The panel's own light, where the kernel can set it.

#include <filesystem>

namespace conglang::machine {

/// Sets every backlight in `devices`, the kernel's /sys/class/backlight, to `percent` of its brightest. False
/// when there is none that this user may set: the picture is then to be drawn darker instead.
bool set_backlight(int percent, const std::filesystem::path& devices);

}  // namespace conglang::machine
