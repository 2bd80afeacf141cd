#pragma once
// A real X display for one test: Xvfb, pointer events through XTEST, pictures of what is on it.

#include <chrono>
#include <memory>
#include <string>

#include "tests/support/grey_image.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace conglang::testing {

/// Share of pixels that differ, 0 to 1; 1 for pictures of different size.
double difference(const GreyImage& one, const GreyImage& other);

class Display {
 public:
  /// Starts Xvfb on a free display number; throws when it does not come up.
  Display(int width, int height);

  /// The same with another server, which says its number on descriptor 1 as X servers do.
  explicit Display(const Arguments& server);
  ~Display();
  Display(const Display&) = delete;
  Display& operator=(const Display&) = delete;

  const std::string& name() const { return name_; }  ///< ":7"

  /// Presses, holds and releases at a point of the display.
  void tap(int x, int y, std::chrono::milliseconds held = std::chrono::milliseconds(60));

  /// The server dies, as when somebody pulls its plug. Nothing of it can be asked any more.
  void die();

  /// Presses at `y`, moves to `to_y` in steps of a sixtieth of a second, holds still there and lets go.
  void drag(int x, int y, int to_y);

  /// Presses and releases a key by its X name: "Down", "Return", "Escape".
  void press_key(const std::string& name);
  /// Presses, moves in small steps and releases.
  void drag(int from_x, int from_y, int to_x, int to_y);

  /// What somebody at the machine could do to the program's window, or to the server.
  void resize_window(int width, int height);
  void stop_server();

  /// Title of the window that is the program's, empty when there is none.
  std::string window_title();

  GreyImage picture();

  /// The picture once two looks in a row agree.
  GreyImage steady_picture();

 private:
  struct Connection;
  TemporaryFolder folder_;
  std::unique_ptr<Process> server_;
  std::string name_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace conglang::testing
