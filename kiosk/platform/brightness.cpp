#include "kiosk/platform/brightness.h"

#include <imgui.h>

#include <utility>

#include "kiosk/machine/backlight.h"

namespace conglang::platform {

void Brightness::set(int percent) {
  if (std::exchange(percent_, percent) != percent)
    has_backlight_ = machine::set_backlight(percent_, backlights_);
}

void Brightness::darken_frame() const {
  if (has_backlight_ || percent_ >= 100) return;
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const int alpha = 255 * (100 - percent_) / 100;
  ImGui::GetForegroundDrawList()->AddRectFilled({0, 0}, size, IM_COL32(0, 0, 0, alpha));
}

}  // namespace conglang::platform
