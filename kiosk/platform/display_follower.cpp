#include "kiosk/platform/display_follower.h"

#include <SDL_syswm.h>
#include <X11/Xlib.h>

namespace conglang::platform {

DisplayFollower::DisplayFollower(SDL_Window* window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(window, &info) == SDL_FALSE || info.subsystem != SDL_SYSWM_X11) return;
  ::Display* const display = info.info.x11.display;
  root_ = DefaultRootWindow(display);
  // Added to what SDL asked for: the server keeps one list for each client.
  XWindowAttributes attributes;
  if (XGetWindowAttributes(display, root_, &attributes) == 0) return;
  XSelectInput(display, root_, attributes.your_event_mask | StructureNotifyMask);
  SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
}

std::optional<raster::Size> DisplayFollower::take(const SDL_Event& event) const {
  if (root_ == 0 || event.type != SDL_SYSWMEVENT || event.syswm.msg == nullptr) return std::nullopt;
  const SDL_SysWMmsg& message = *event.syswm.msg;
  if (message.subsystem != SDL_SYSWM_X11) return std::nullopt;
  const XEvent& told = message.msg.x11.event;
  if (told.type != ConfigureNotify || told.xconfigure.window != root_) return std::nullopt;
  return raster::Size{told.xconfigure.width, told.xconfigure.height};
}

}  // namespace conglang::platform
