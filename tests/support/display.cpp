#include "tests/support/display.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <signal.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <vector>

namespace conglang::testing {
namespace {

using std::chrono::milliseconds;

// The line that is a number: Xvfb's own complaints about numbers already taken stand around it.
std::string display_number(const std::string& output) {
  std::istringstream lines(output);
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && line.find_first_not_of("0123456789") == std::string::npos) return line;
  }
  return "";
}

unsigned char grey_of(unsigned long pixel) {
  const auto red = (pixel >> 16U) & 0xffU;
  const auto green = (pixel >> 8U) & 0xffU;
  const auto blue = pixel & 0xffU;
  return static_cast<unsigned char>((red * 299 + green * 587 + blue * 114) / 1000);
}

std::string title_of(::Display* display, Window window) {
  const Atom name = XInternAtom(display, "_NET_WM_NAME", False);
  Atom type = None;
  int format = 0;
  unsigned long items = 0;
  unsigned long left = 0;
  unsigned char* value = nullptr;
  XGetWindowProperty(display, window, name, 0, 1024, False, AnyPropertyType, &type, &format, &items, &left,
                     &value);
  std::string title = value == nullptr ? "" : reinterpret_cast<const char*>(value);
  if (value != nullptr) XFree(value);
  return title;
}

std::vector<Window> children_of_root(::Display* display) {
  Window root = None;
  Window parent = None;
  Window* children = nullptr;
  unsigned count = 0;
  if (XQueryTree(display, DefaultRootWindow(display), &root, &parent, &children, &count) == 0) return {};
  const std::vector<Window> found(children, children + count);
  if (children != nullptr) XFree(children);
  return found;
}

}  // namespace

double difference(const GreyImage& one, const GreyImage& other) {
  if (one.pixels.size() != other.pixels.size() || one.pixels.empty()) return 1;
  std::size_t differing = 0;
  for (std::size_t i = 0; i < one.pixels.size(); ++i) differing += one.pixels[i] != other.pixels[i] ? 1 : 0;
  return static_cast<double>(differing) / static_cast<double>(one.pixels.size());
}

struct Display::Connection {
  explicit Connection(const std::string& name) : display(XOpenDisplay(name.c_str())) {
    if (display == nullptr) throw std::runtime_error("cannot open display " + name);
  }
  ~Connection() { XCloseDisplay(display); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  ::Display* display;
};

Display::Display(int width, int height)
    : Display(Arguments{"Xvfb", "-displayfd", "1", "-screen", "0",
                        std::to_string(width) + "x" + std::to_string(height) + "x24", "-nolisten", "tcp",
                        "-noreset"}) {}

Display::Display(const Arguments& server) {
  // The server chooses a free number and says it on descriptor 1, which is the log.
  server_ = std::make_unique<Process>(server, folder_ / "server");
  const auto named = [&] { return !display_number(server_->output()).empty(); };
  if (!eventually([&] { return named() || !server_->running(); }, milliseconds(20000)) || !named()) {
    throw std::runtime_error(server.front() + " did not start: " + server_->output());
  }
  name_ = ":" + display_number(server_->output());
  connection_ = std::make_unique<Connection>(name_);
}

Display::~Display() = default;

void Display::die() {
  connection_.reset();  // before the server: a connection that breaks ends its program
  server_->stop(SIGKILL);
}

void Display::tap(int x, int y, milliseconds held) {
  ::Display* display = connection_->display;
  XTestFakeMotionEvent(display, -1, x, y, CurrentTime);
  XTestFakeButtonEvent(display, 1, True, CurrentTime);
  XFlush(display);
  std::this_thread::sleep_for(held);
  XTestFakeButtonEvent(display, 1, False, CurrentTime);
  XSync(display, False);
}

void Display::drag(int x, int y, int to_y) {
  constexpr int kSteps = 20;
  ::Display* display = connection_->display;
  XTestFakeMotionEvent(display, -1, x, y, CurrentTime);
  XTestFakeButtonEvent(display, 1, True, CurrentTime);
  for (int i = 1; i <= kSteps; ++i) {
    XTestFakeMotionEvent(display, -1, x, y + (to_y - y) * i / kSteps, CurrentTime);
    XFlush(display);
    std::this_thread::sleep_for(milliseconds(16));
  }
  std::this_thread::sleep_for(milliseconds(200));
  XTestFakeButtonEvent(display, 1, False, CurrentTime);
  XSync(display, False);
}

void Display::press_key(const std::string& name) {
  ::Display* display = connection_->display;
  const KeyCode code = XKeysymToKeycode(display, XStringToKeysym(name.c_str()));
  if (code == 0) throw std::runtime_error("no such key: " + name);
  XTestFakeKeyEvent(display, code, True, CurrentTime);
  XTestFakeKeyEvent(display, code, False, CurrentTime);
  XSync(display, False);
}

void Display::drag(int from_x, int from_y, int to_x, int to_y) {
  constexpr int kSteps = 12;
  ::Display* display = connection_->display;
  XTestFakeMotionEvent(display, -1, from_x, from_y, CurrentTime);
  XTestFakeButtonEvent(display, 1, True, CurrentTime);
  for (int i = 1; i <= kSteps; ++i) {
    XFlush(display);
    std::this_thread::sleep_for(milliseconds(16));
    XTestFakeMotionEvent(display, -1, from_x + (to_x - from_x) * i / kSteps,
                         from_y + (to_y - from_y) * i / kSteps, CurrentTime);
  }
  XTestFakeButtonEvent(display, 1, False, CurrentTime);
  XSync(display, False);
}

void Display::resize_window(int width, int height) {
  ::Display* display = connection_->display;
  for (const Window window : children_of_root(display)) {
    XResizeWindow(display, window, static_cast<unsigned>(width), static_cast<unsigned>(height));
  }
  XSync(display, False);
}

void Display::stop_server() {
  connection_.reset();
  server_->stop(SIGKILL);
}

std::string Display::window_title() {
  ::Display* display = connection_->display;
  for (const Window window : children_of_root(display)) {
    if (std::string title = title_of(display, window); !title.empty()) return title;
  }
  return "";
}

GreyImage Display::picture() {
  ::Display* display = connection_->display;
  const Window root = DefaultRootWindow(display);
  // Asked for, since the mode may have been changed.
  XWindowAttributes now;
  XGetWindowAttributes(display, root, &now);
  GreyImage picture{now.width, now.height, {}};
  XImage* image = XGetImage(display, root, 0, 0, static_cast<unsigned>(picture.width),
                            static_cast<unsigned>(picture.height), AllPlanes, ZPixmap);
  if (image == nullptr) throw std::runtime_error("XGetImage failed");
  picture.pixels.reserve(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) picture.pixels.push_back(grey_of(XGetPixel(image, x, y)));
  }
  XDestroyImage(image);
  return picture;
}

GreyImage Display::steady_picture() {
  GreyImage last = picture();
  eventually(
      [&] {
        std::this_thread::sleep_for(milliseconds(150));
        GreyImage next = picture();
        const bool same = next == last;
        last = std::move(next);
        return same;
      },
      milliseconds(10000));
  return last;
}

}  // namespace conglang::testing
