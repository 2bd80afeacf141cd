#pragma once
// One window with ImGui in it. Nothing is drawn and nothing wakes up unless an event comes or the caller's
// deadline passes.

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "kiosk/raster/rotation.h"
#include "kiosk/screens/widgets/focus.h"

namespace conglang::platform {

enum class Drawing {
  memory,    ///< by our own rasteriser: for machines without a graphics card
  renderer,  ///< by SDL's renderer on the graphics card; in memory where there is none
};

struct WindowOptions {
  std::string title;
  int width = 1920;  ///< pixels; with `fullscreen` the display's own size is taken
  int height = 1080;
  bool fullscreen = false;  ///< borderless at 0,0 over the whole display, without a cursor
  Drawing drawing = Drawing::memory;
  raster::Rotation rotation = raster::Rotation::none;
};

/// What ended a sleep; all false: its time was up, or something that needs no frame.
struct Wake {
  bool draw = false;  ///< a touch, or the window has to be drawn again
  bool content = false;
  bool pictures = false;
  bool speech = false;   ///< a sentence was made or has ended
  bool devices = false;  ///< a loudspeaker came or went
  bool quit = false;
  std::vector<screens::Key> keys;  ///< of the keypad, in order
};

class Window {
 public:
  /// Errors: io, no display or nothing to draw into; the message says which and what to do.
  static Result<Window> open(const WindowOptions& options);

  ~Window();
  Window(Window&&) noexcept;
  Window& operator=(Window&&) noexcept;

  /// Sleeps until something happens, at most `limit`, and gives ImGui the touches that came in.
  Wake wait(std::chrono::milliseconds limit);

  /// Wakes wait() with the part of Wake of that name. From any thread, while a window is open.
  static void announce_content();
  static void announce_pictures();
  static void announce_speech();
  static void request_quit();

  /// One frame: `draw` is called between ImGui's NewFrame and Render; the result is shown. Returns whether
  /// the display took it.
  bool frame(const std::function<void()>& draw);

  /// The touch that was just answered opened another page: a second tap does not fall on it.
  void page_turned();

  /// True while ImGui still holds input of a touch that needs another frame.
  bool input_waits() const;

  /// What to do last, when the display goes away and takes the program with it.
  void on_display_loss(std::function<void()> last);

  /// Turns the picture, and the touches with it, from the next frame on.
  void turn(raster::Rotation rotation);

  /// What draws: memory where Drawing::renderer was asked for and no graphics card can be used.
  Drawing drawing() const;

  void set_title(const std::string& title);

  /// Of the picture, as it is drawn: turned, when the panel is.
  int width() const { return size().width; }
  int height() const { return size().height; }

 private:
  raster::Size size() const;

  struct Parts;
  explicit Window(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace conglang::platform
