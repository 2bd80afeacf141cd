#pragma once
// From SDL's events to ImGui's mouse: one finger, or the mouse that stands for it. Nothing else gets in: a
// kiosk has no keyboard, no wheel, no second button and no second finger.

#include <SDL_events.h>
#include <imgui.h>

namespace conglang::platform {

/// Gives `event` to `io` if it is a touch. Returns whether a frame is needed for it. SDL reports the first
/// finger as a mouse too, and only that is taken: a touch counts once.
bool take_touch(const SDL_Event& event, ImGuiIO& io);

}  // namespace conglang::platform
