#include "kiosk/platform/touch_input.h"

#include <cfloat>

namespace conglang::platform {
namespace {

bool is_held(const ImGuiIO& io) {
  return io.MouseDown[0];
}

// A button event says where the finger is, and is believed: the position known before may be that of the
// last finger, or of a pointer that nobody moves.
void put_button(const SDL_MouseButtonEvent& button, ImGuiIO& io) {
  io.AddMousePosEvent(static_cast<float>(button.x), static_cast<float>(button.y));
  io.AddMouseButtonEvent(0, button.type == SDL_MOUSEBUTTONDOWN);
}

}  // namespace

bool take_touch(const SDL_Event& event, ImGuiIO& io) {
  switch (event.type) {
    case SDL_MOUSEMOTION:
      if ((event.motion.state & SDL_BUTTON_LMASK) == 0) return false;
      io.AddMousePosEvent(static_cast<float>(event.motion.x), static_cast<float>(event.motion.y));
      return true;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      if (event.button.button != SDL_BUTTON_LEFT) return false;
      put_button(event.button, io);
      return true;
    case SDL_WINDOWEVENT:
      // The release may happen where it is not seen: nothing stays pressed.
      if (event.window.event != SDL_WINDOWEVENT_LEAVE || !is_held(io)) return false;
      io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
      return true;
    default:
      return false;
  }
}

}  // namespace conglang::platform
