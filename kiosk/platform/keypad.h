#pragma once
// The keys that the kiosk listens to: arrows, enter, back. No other key does anything, and none leads out.

#include <SDL.h>

#include <optional>

#include "kiosk/screens/widgets/focus.h"

namespace conglang::platform {

/// The key that `event` presses or repeats; with Ctrl, Alt or the system's key held, none.
std::optional<screens::Key> key_of(const SDL_Event& event);

}  // namespace conglang::platform
