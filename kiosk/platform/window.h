#pragma once
// One window with ImGui in it. SDL and its renderer are used here and nowhere else. Nothing is drawn and
// nothing wakes up unless an event comes or the caller's deadline passes.

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "content/base/result.h"

namespace conglang::platform {

struct WindowOptions {
  std::string title;
  int width = 1920;  ///< pixels; with `fullscreen` the display's own size is taken
  int height = 1080;
  bool fullscreen = false;  ///< borderless at 0,0 over the whole display, without a cursor
};

/// What ended a sleep; all false: its time was up, or something that needs no frame.
struct Wake {
  bool draw = false;  ///< a touch, or the window has to be drawn again
  bool content = false;
  bool quit = false;
};

class Window {
 public:
  /// Errors: io, no display or no renderer; the message says which and what to do.
  static Result<Window> open(const WindowOptions& options);

  ~Window();
  Window(Window&&) noexcept;
  Window& operator=(Window&&) noexcept;

  /// Sleeps until something happens, at most `limit`, and gives ImGui the touches that came in.
  Wake wait(std::chrono::milliseconds limit);

  /// Wakes wait() with Wake::content or Wake::quit. From any thread, while a window is open.
  static void announce_content();
  static void request_quit();

  /// One frame: `draw` is called between ImGui's NewFrame and Render; the result is shown.
  void frame(const std::function<void()>& draw);

  /// True while ImGui still holds input of a touch that needs another frame.
  bool input_waits() const;

  void set_title(const std::string& title);
  int width() const;
  int height() const;

 private:
  struct Parts;
  explicit Window(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace conglang::platform
