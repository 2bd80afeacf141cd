#pragma once
// A panel that is exchanged, or plugged in again and comes up in another mode: the window has no manager that
// would tell it, so it asks the X server itself.

#include <SDL.h>

#include <optional>

#include "kiosk/raster/rotation.h"

namespace conglang::platform {

class DisplayFollower {
 public:
  /// Asks to be told. Does nothing on other display servers than X11.
  explicit DisplayFollower(SDL_Window* window);

  /// The display's new size, if `event` tells of one.
  std::optional<raster::Size> take(const SDL_Event& event) const;

 private:
  unsigned long root_ = 0;  ///< X11's window behind all others
};

}  // namespace conglang::platform
