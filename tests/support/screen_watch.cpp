#include "tests/support/screen_watch.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>

#include <stdexcept>
#include <thread>

namespace conglang::testing {

struct ScreenWatch::Connection {
  explicit Connection(::Display* opened) : display(opened) {}
  ::Display* display;
};

ScreenWatch::ScreenWatch(const std::string& display, WatchedPart part)
    : connection_(std::make_unique<Connection>(XOpenDisplay(display.c_str()))), part_(part) {
  if (connection_->display == nullptr) throw std::runtime_error("cannot open display " + display);
}

ScreenWatch::~ScreenWatch() {
  if (connection_->display != nullptr) XCloseDisplay(connection_->display);
}

ScreenWatch::Pixels ScreenWatch::look() {
  ::Display* const display = connection_->display;
  XImage* const image =
      XGetImage(display, DefaultRootWindow(display), part_.x, part_.y, static_cast<unsigned>(part_.width),
                static_cast<unsigned>(part_.height), AllPlanes, ZPixmap);
  if (image == nullptr) throw std::runtime_error("XGetImage failed");
  Pixels pixels;
  for (int y = 0; y < part_.height; ++y) {
    const auto* const row = reinterpret_cast<const unsigned char*>(image->data) + y * image->bytes_per_line;
    for (int x = 0; x < part_.width; ++x) pixels.push_back(row[4 * x + 1]);
  }
  XDestroyImage(image);
  return pixels;
}

ScreenWatch::Clock::time_point ScreenWatch::wait_for(const std::function<bool(const Pixels&)>& seen) {
  const auto end = Clock::now() + std::chrono::seconds(30);
  while (!seen(look())) {
    if (Clock::now() > end) throw std::runtime_error("nothing came up on the screen in 30 s");
    std::this_thread::sleep_for(std::chrono::microseconds(250));
  }
  return Clock::now();
}

ScreenWatch::Clock::time_point ScreenWatch::tap(int x, int y) {
  ::Display* const display = connection_->display;
  XTestFakeMotionEvent(display, -1, x, y, CurrentTime);
  XTestFakeButtonEvent(display, 1, True, CurrentTime);
  XFlush(display);
  std::this_thread::sleep_for(std::chrono::milliseconds(80));
  const auto released = Clock::now();
  XTestFakeButtonEvent(display, 1, False, CurrentTime);
  XFlush(display);
  return released;
}

}  // namespace conglang::testing
