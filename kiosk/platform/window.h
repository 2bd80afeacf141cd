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

enum class Wake { input, content, deadline, quit };

class Window {
 public:
  /// Errors: io, no display or no renderer; the message says which and what to do.
  static Result<Window> open(const WindowOptions& options);

  ~Window();
  Window(Window&&) noexcept;
  Window& operator=(Window&&) noexcept;

  /// Sleeps until something happens, at most `limit`, and gives ImGui what came in.
  Wake wait(std::chrono::milliseconds limit);

  /// May be called from any thread and from a signal handler's thread: wakes wait() with Wake::content.
  static void announce_content();

  /// Ends wait() with Wake::quit. Safe in a signal handler.
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
