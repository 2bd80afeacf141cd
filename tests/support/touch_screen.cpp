#include "tests/support/touch_screen.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <xorg/xf86-input-inputtest-protocol.h>

#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace conglang::testing {
namespace {

// The driver's axes end here.
constexpr double kAxisEnd = 0xffff;

std::string mode_name(int width, int height) {
  return std::to_string(width) + "x" + std::to_string(height);
}

std::string mode_line(int width, int height) {
  std::ostringstream out;
  out << " Modeline \"" << mode_name(width, height) << "\" 150 " << width << ' ' << width + 88 << ' '
      << width + 132 << ' ' << width + 280 << ' ' << height << ' ' << height + 4 << ' ' << height + 9 << ' '
      << height + 45 << '\n';
  return out.str();
}

void write_config(const std::string& path, const std::string& socket, int width, int height) {
  std::ofstream(path) << R"(
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "panel"
  HorizSync 5-1000
  VertRefresh 5-400
)" << mode_line(width, height)
                      << mode_line(width / 2, height / 2) << R"(
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "panel"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes ")" << mode_name(width, height)
                      << "\" \"" << mode_name(width / 2, height / 2) << R"("
  EndSubSection
EndSection
Section "InputDevice"
  Identifier "touch"
  Driver "inputtest"
  Option "SocketPath" ")"
                      << socket << R"("
  Option "DeviceType" "Touch"
  Option "TouchCount" "10"
EndSection
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  InputDevice "touch"
EndSection
)";
}

int connect_to(const std::string& path) {
  const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
  const auto connected = [&] {
    return ::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  };
  if (!eventually(connected, std::chrono::seconds(10)))
    throw std::runtime_error("no touch device at " + path);
  return descriptor;
}

template <typename Message>
void write_message(int descriptor, Message message, xf86ITEventType type) {
  message.header.length = sizeof message;
  message.header.type = type;
  if (::write(descriptor, &message, sizeof message) != static_cast<ssize_t>(sizeof message)) {
    throw std::runtime_error("the touch device does not listen");
  }
}

template <typename Response>
void read_response(int descriptor) {
  Response response{};
  if (::read(descriptor, &response, sizeof response) != static_cast<ssize_t>(sizeof response)) {
    throw std::runtime_error("the touch device does not answer");
  }
}

}  // namespace

TouchScreen::TouchScreen(int width, int height) : width_(width), height_(height) {
  const std::string config = folder_ / "xorg.conf";
  write_config(config, folder_ / "touch", width, height);
  display_ = std::make_unique<Display>(Arguments{"Xorg", "-displayfd", "1", "-config", config, "-logfile",
                                                 (folder_ / "log").string(), "-noreset", "-nolisten", "tcp",
                                                 "-novtswitch", "-sharevts"});
  connect();
}

void TouchScreen::connect() {
  socket_ = connect_to(folder_ / "touch");
  write_message(socket_,
                xf86ITEventClientVersion{{}, XF86IT_PROTOCOL_VERSION_MAJOR, XF86IT_PROTOCOL_VERSION_MINOR},
                XF86IT_EVENT_CLIENT_VERSION);
  read_response<xf86ITResponseServerVersion>(socket_);
}

// The driver hangs up when it is switched off.
void TouchScreen::plug_in() {
  ::close(socket_);
  set_enabled(true);
  connect();
}

TouchScreen::~TouchScreen() {
  ::close(socket_);
}

void TouchScreen::down(unsigned finger, int x, int y) {
  send(Phase::down, finger, x, y);
}

void TouchScreen::move(unsigned finger, int x, int y) {
  send(Phase::move, finger, x, y);
}

void TouchScreen::up(unsigned finger, int x, int y) {
  send(Phase::up, finger, x, y);
}

void TouchScreen::tap(int x, int y) {
  down(1, x, y);
  std::this_thread::sleep_for(std::chrono::milliseconds(60));
  up(1, x, y);
}

void TouchScreen::set_enabled(bool enabled) {
  ::Display* const display = XOpenDisplay(display_->name().c_str());
  if (display == nullptr) throw std::runtime_error("the server of the touch screen is gone");
  int count = 0;
  XIDeviceInfo* const devices = XIQueryDevice(display, XIAllDevices, &count);
  const Atom property = XInternAtom(display, "Device Enabled", False);
  unsigned char value = enabled ? 1 : 0;
  for (int i = 0; i < count; ++i) {
    if (std::string(devices[i].name) != "touch") continue;
    XIChangeProperty(display, devices[i].deviceid, property, XA_INTEGER, 8, PropModeReplace, &value, 1);
  }
  XIFreeDeviceInfo(devices);
  XCloseDisplay(display);
}

void TouchScreen::change_mode(int width, int height) {
  const Finished changed = run(
      {"xrandr", "-display", display_->name(), "-s", std::to_string(width) + "x" + std::to_string(height)});
  if (changed.status != 0) throw std::runtime_error(changed.output);
}

void TouchScreen::send(Phase phase, unsigned finger, int x, int y) {
  xf86ITEventTouch touch{};
  touch.touchid = finger;
  touch.touch_type = phase == Phase::down   ? XI_TouchBegin
                     : phase == Phase::move ? XI_TouchUpdate
                                            : XI_TouchEnd;
  touch.valuators.mask[0] = 3;
  touch.valuators.valuators[0] = (x + 0.5) / width_ * kAxisEnd;
  touch.valuators.valuators[1] = (y + 0.5) / height_ * kAxisEnd;
  write_message(socket_, touch, XF86IT_EVENT_TOUCH);
  write_message(socket_, xf86ITEventWaitForSync{}, XF86IT_EVENT_WAIT_FOR_SYNC);
  read_response<xf86ITResponseSyncFinished>(socket_);
}

}  // namespace conglang::testing
