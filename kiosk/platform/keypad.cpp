#include "kiosk/platform/keypad.h"

namespace conglang::platform {

using screens::Key;

std::optional<Key> key_of(const SDL_Event& event) {
  if (event.type != SDL_KEYDOWN) return std::nullopt;
  if ((event.key.keysym.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) != 0) return std::nullopt;
  switch (event.key.keysym.sym) {
    case SDLK_LEFT:
      return Key::left;
    case SDLK_RIGHT:
      return Key::right;
    case SDLK_UP:
      return Key::up;
    case SDLK_DOWN:
      return Key::down;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
      return event.key.repeat == 0 ? std::optional(Key::enter) : std::nullopt;
    case SDLK_ESCAPE:
    case SDLK_BACKSPACE:
    case SDLK_AC_BACK:
      return event.key.repeat == 0 ? std::optional(Key::back) : std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace conglang::platform
