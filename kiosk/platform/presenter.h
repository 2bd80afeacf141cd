#pragma once
// How ImGui's frame comes onto the window: by our own rasteriser into the window's memory, which is quickest
// where there is no graphics card, or by SDL's renderer, which is for those that have one.

#include <memory>

#include "content/base/result.h"
#include "kiosk/platform/window.h"
#include "kiosk/raster/rotation.h"

struct ImDrawData;
struct SDL_Window;

namespace conglang::platform {

class Presenter {
 public:
  virtual ~Presenter() = default;

  /// Shows `data`, in whole. False when the display did not take it: the next frame tries everything again.
  virtual bool present(ImDrawData& data) = 0;

  /// The window no longer shows what was presented last.
  virtual void lost() = 0;

  virtual Drawing drawing() const = 0;
};

/// Draws into the window's own memory, and only what changed. ImGui's current context must be a
/// picture::ImGuiSession. Errors: io, the window has no memory to draw into.
Result<std::unique_ptr<Presenter>> present_from_memory(SDL_Window* window, raster::Rotation rotation);

/// Draws with the graphics card. Sets up ImGui's current context for it, and must end before it does.
/// Errors: io, there is none that SDL can use.
Result<std::unique_ptr<Presenter>> present_by_renderer(SDL_Window* window, raster::Rotation rotation);

}  // namespace conglang::platform
