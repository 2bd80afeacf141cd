#include "kiosk/platform/display_loss.h"

#include <SDL.h>
#include <SDL_syswm.h>
#include <X11/Xlib.h>
#include <unistd.h>

namespace conglang::platform {

void end_with_display(SDL_Window* window, std::function<void()>& before) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(window, &info) != SDL_TRUE || info.subsystem != SDL_SYSWM_X11) return;
  // Nothing of Xlib or SDL may be called any more, so neither may destructors.
  const auto end = [](Display*, void* data) {
    (*static_cast<std::function<void()>*>(data))();
    ::_exit(kDisplayLost);
  };
  XSetIOErrorExitHandler(info.info.x11.display, end, &before);
}

}  // namespace conglang::platform
