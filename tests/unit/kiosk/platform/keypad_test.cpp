#include "kiosk/platform/keypad.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang::platform;
using conglang::screens::Key;

namespace {

SDL_Event pressed(SDL_Keycode code, int mod = KMOD_NONE, bool repeated = false) {
  SDL_Event event{};
  event.type = SDL_KEYDOWN;
  event.key.keysym.sym = code;
  event.key.keysym.mod = static_cast<Uint16>(mod);
  event.key.repeat = repeated ? 1 : 0;
  return event;
}

}  // namespace

TEST_CASE("arrows, enter and back are keys; enter and back do not repeat", "[platform]") {
  CHECK(key_of(pressed(SDLK_LEFT)) == Key::left);
  CHECK(key_of(pressed(SDLK_DOWN, KMOD_NONE, true)) == Key::down);
  CHECK(key_of(pressed(SDLK_KP_ENTER, KMOD_NUM)) == Key::enter);
  CHECK(key_of(pressed(SDLK_ESCAPE)) == Key::back);
  CHECK_FALSE(key_of(pressed(SDLK_RETURN, KMOD_NONE, true)));
  CHECK_FALSE(key_of(pressed(SDLK_ESCAPE, KMOD_NONE, true)));
}

TEST_CASE("no shortcut leads anywhere", "[platform]") {
  for (const SDL_Keycode code :
       {SDLK_F1, SDLK_F4, SDLK_F11, SDLK_q, SDLK_w, SDLK_TAB, SDLK_SPACE, SDLK_DELETE, SDLK_HOME,
        SDLK_PRINTSCREEN, SDLK_APPLICATION, SDLK_POWER, SDLK_SYSREQ})
    for (const int mod : {KMOD_NONE, KMOD_CTRL, KMOD_ALT, KMOD_GUI}) CHECK_FALSE(key_of(pressed(code, mod)));
  for (const SDL_Keycode code : {SDLK_LEFT, SDLK_RETURN, SDLK_ESCAPE, SDLK_BACKSPACE})
    for (const int mod : {KMOD_LCTRL, KMOD_RALT, KMOD_LGUI}) CHECK_FALSE(key_of(pressed(code, mod)));
}
