// A library to preload into the screen: while the file that CONGLANG_BLIND names is there, no picture reaches
// the display, as when the server takes none any more without going away.

#include <SDL.h>
#include <dlfcn.h>
#include <unistd.h>

#include <cstdlib>

extern "C" int SDL_UpdateWindowSurfaceRects(SDL_Window* window, const SDL_Rect* rects, int count) {
  using Update = int (*)(SDL_Window*, const SDL_Rect*, int);
  static const auto update = reinterpret_cast<Update>(::dlsym(RTLD_NEXT, "SDL_UpdateWindowSurfaceRects"));
  const char* const blind = std::getenv("CONGLANG_BLIND");
  if (blind != nullptr && ::access(blind, F_OK) == 0) return -1;
  return update(window, rects, count);
}
