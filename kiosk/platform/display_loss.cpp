#include "kiosk/platform/display_loss.h"

#include <SDL.h>
#include <SDL_syswm.h>
#include <X11/Xlib.h>
#include <unistd.h>

namespace conglang::platform {
namespace {

// SDL has more than one connection to the server, and any of them may be the first to notice: Xlib's handler
// is one for the program.
std::function<void()>* before_the_end = nullptr;

// Nothing of Xlib or SDL may be called any more, so neither may destructors.
[[noreturn]] int end(Display*) {
  (*before_the_end)();
  ::_exit(kDisplayLost);
}

}  // namespace

void end_with_display(SDL_Window* window, std::function<void()>& before) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(window, &info) != SDL_TRUE || info.subsystem != SDL_SYSWM_X11) return;
  before_the_end = &before;
  XSetIOErrorHandler(end);
}

}  // namespace conglang::platform
