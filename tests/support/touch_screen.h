#pragma once
// A panel with a touch screen of ten fingers: Xorg with the driver "dummy" for a display and "inputtest" for
// the fingers, which are XI2 touches like those of a real one. Needs root, as a real Xorg on a bare machine
// does.

#include <memory>

#include "tests/support/display.h"

namespace conglang::testing {

class TouchScreen {
 public:
  /// Throws when the server does not come up.
  TouchScreen(int width, int height);
  ~TouchScreen();
  TouchScreen(const TouchScreen&) = delete;
  TouchScreen& operator=(const TouchScreen&) = delete;

  Display& display() { return *display_; }

  /// Pixels of the display. Each returns when the server has passed the touch on.
  void down(unsigned finger, int x, int y);
  void move(unsigned finger, int x, int y);
  void up(unsigned finger, int x, int y);
  void tap(int x, int y);

  /// Another mode of the panel, one of the two that it has: as given, and half as large each way.
  void change_mode(int width, int height);

  /// The device goes, with the fingers that are on it, and comes back.
  void unplug() { set_enabled(false); }
  void plug_in();

 private:
  enum class Phase { down, move, up };
  void connect();
  void set_enabled(bool enabled);
  void send(Phase phase, unsigned finger, int x, int y);

  TemporaryFolder folder_;
  int width_;
  int height_;
  std::unique_ptr<Display> display_;
  int socket_ = -1;
};

}  // namespace conglang::testing
