#pragma once
// A display that goes away takes the program with it: X has no way back. What is left to do is to end so that
// whoever started it knows why, and starts display and screen again.

#include <functional>

struct SDL_Window;

namespace conglang::platform {

/// Status of a program whose display is gone.
inline constexpr int kDisplayLost = 11;

/// From here on, when the display server of `window` goes away, `before` is called and the program ends with
/// kDisplayLost. `before` must outlive the window. Does nothing where the display is no X server.
void end_with_display(SDL_Window* window, std::function<void()>& before);

}  // namespace conglang::platform
