#include "kiosk/platform/window.h"

#include <SDL.h>
#include <imgui.h>
#include <imgui_internal.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <optional>

#include "content/base/handle.h"
#include "kiosk/picture/imgui_session.h"
#include "kiosk/platform/display_follower.h"
#include "kiosk/platform/display_loss.h"
#include "kiosk/platform/keypad.h"
#include "kiosk/platform/presenter.h"
#include "kiosk/platform/touch_input.h"

namespace conglang::platform {
namespace {

using std::chrono::milliseconds;

// After a frame that the display did not take.
constexpr milliseconds kRetry{1000};

// SDL counts in int.
constexpr milliseconds kLongest = std::chrono::hours(1);

// SDL_UserEvent::code of our own events.
constexpr Sint32 kContentTurned = 1;
constexpr Sint32 kPicturesArrived = 2;
constexpr Sint32 kSpeechMoved = 3;

struct SdlSession {
  bool open = SDL_Init(SDL_INIT_VIDEO | SDL_INIT_EVENTS) == 0;
  SdlSession() = default;
  ~SdlSession() { SDL_Quit(); }
  SdlSession(const SdlSession&) = delete;
  SdlSession& operator=(const SdlSession&) = delete;
};

void set_hints() {
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  // Fingers are fingers here: a mouse made of the first one would hide the second.
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  // The touch that gives a window its focus is a touch: SDL would swallow the first one after the start.
  SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "nearest");
  // One panel: its size is the display's, and asking for more takes longer than all the rest of the start.
  SDL_SetHint(SDL_HINT_VIDEO_X11_XRANDR, "0");
  // Nothing is composed of several keys here; reading how takes milliseconds.
  ::setenv("XCOMPOSEFILE", "/dev/null", 0);
  // Nobody is asked to hold a screen saver off: SDL would start a program to find the session's bus.
  ::setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 0);
  // A window's memory must be memory, not a texture that SDL uploads for us.
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
}

void push_own_event(Sint32 code) {
  SDL_Event event{};
  event.type = SDL_USEREVENT;
  event.user.code = code;
  SDL_PushEvent(&event);
}

bool is_own_event(const SDL_Event& event, Sint32 code) {
  return event.type == SDL_USEREVENT && event.user.code == code;
}

// The display lost what it showed, in whole or in part.
bool needs_drawing(const SDL_Event& event) {
  if (event.type == SDL_DISPLAYEVENT || event.type == SDL_RENDER_TARGETS_RESET ||
      event.type == SDL_RENDER_DEVICE_RESET) {
    return true;
  }
  if (event.type != SDL_WINDOWEVENT) return false;
  const Uint8 what = event.window.event;
  return what == SDL_WINDOWEVENT_EXPOSED || what == SDL_WINDOWEVENT_SIZE_CHANGED ||
         what == SDL_WINDOWEVENT_RESTORED;
}

Result<std::unique_ptr<Presenter>> make_presenter(SDL_Window* window, const WindowOptions& options) {
  if (options.drawing == Drawing::renderer) {
    auto presenter = present_by_renderer(window, options.rotation);
    if (presenter) return presenter;
    spdlog::warn("{}; drawing in memory instead", presenter.error().message);
  }
  return present_from_memory(window, options.rotation);
}

}  // namespace

struct Window::Parts {
  raster::Rotation rotation = raster::Rotation::none;
  SdlSession sdl;
  Handle<SDL_Window, SDL_DestroyWindow> window;
  std::unique_ptr<picture::ImGuiSession> imgui;
  std::unique_ptr<Presenter> presenter;
  TouchInput touch{is_finger_down};
  std::optional<DisplayFollower> display;  ///< of a window that is all of the screen
  bool shown = true;                       ///< false after a frame that the display did not take
  Uint64 last_frame_ms = 0;
  std::function<void()> on_display_loss;
  Drawing drawing = Drawing::memory;  ///< as it was asked for

  raster::Size display_size() const {
    raster::Size size;
    SDL_GetWindowSize(window.get(), &size.width, &size.height);
    return size;
  }
};

Window::Window(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Window::~Window() = default;
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;

Result<Window> Window::open(const WindowOptions& options) {
  // Xlib drops a title that the C locale cannot spell.
  std::setlocale(LC_CTYPE, "C.UTF-8");
  set_hints();
  auto parts = std::make_unique<Parts>();
  parts->rotation = options.rotation;
  parts->drawing = options.drawing;
  if (!parts->sdl.open) {
    return fail(Errc::io, "no display can be opened ({}); is DISPLAY set and the display server running?",
                SDL_GetError());
  }
  int width = options.width;
  int height = options.height;
  if (SDL_DisplayMode mode; options.fullscreen && SDL_GetCurrentDisplayMode(0, &mode) == 0) {
    width = mode.w;
    height = mode.h;
  }
  // SDL's own fullscreen waits for a window manager that a kiosk does not have.
  const Uint32 flags = options.fullscreen ? SDL_WINDOW_BORDERLESS : SDL_WINDOW_RESIZABLE;
  parts->window.reset(SDL_CreateWindow(options.title.c_str(), 0, 0, width, height, flags));
  if (!parts->window) return fail(Errc::io, "no window can be opened: {}", SDL_GetError());
  if (options.fullscreen) {
    SDL_ShowCursor(SDL_DISABLE);
    parts->display.emplace(parts->window.get());
  }
  parts->imgui = std::make_unique<picture::ImGuiSession>();
  TRY(parts->presenter, make_presenter(parts->window.get(), options));
  return Window(std::move(parts));
}

Wake Window::wait(milliseconds limit) {
  Wake wake;
  SDL_Event event;
  wake.draw = !parts_->shown;
  const milliseconds sleep = std::clamp(parts_->shown ? limit : kRetry, milliseconds(0), kLongest);
  if (SDL_WaitEventTimeout(&event, static_cast<int>(sleep.count())) == 0) return wake;
  do {
    wake.quit = wake.quit || event.type == SDL_QUIT;
    wake.content = wake.content || is_own_event(event, kContentTurned);
    wake.pictures = wake.pictures || is_own_event(event, kPicturesArrived);
    wake.speech = wake.speech || is_own_event(event, kSpeechMoved);
    wake.devices = wake.devices || event.type == SDL_AUDIODEVICEADDED || event.type == SDL_AUDIODEVICEREMOVED;
    if (const auto key = key_of(event)) wake.keys.push_back(*key);
    if (parts_->display) {
      if (const auto size = parts_->display->take(event)) {
        SDL_SetWindowSize(parts_->window.get(), size->width, size->height);
      }
    }
    if (needs_drawing(event)) {
      parts_->presenter->lost();
      wake.draw = true;
    }
    const Panel panel{parts_->display_size(), parts_->rotation};
    wake.draw = parts_->touch.take(event, panel, ImGui::GetIO()) || wake.draw;
  } while (SDL_PollEvent(&event) != 0);
  wake.draw = parts_->touch.forget_lost(ImGui::GetIO()) || wake.draw;
  return wake;
}

void Window::announce_content() {
  push_own_event(kContentTurned);
}

void Window::announce_pictures() {
  push_own_event(kPicturesArrived);
}

void Window::announce_speech() {
  push_own_event(kSpeechMoved);
}

void Window::request_quit() {
  SDL_Event event{};
  event.type = SDL_QUIT;
  SDL_PushEvent(&event);
}

bool Window::frame(const std::function<void()>& draw) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(width()), static_cast<float>(height())};
  const Uint64 now_ms = SDL_GetTicks64();
  io.DeltaTime = static_cast<float>(std::clamp<Uint64>(now_ms - parts_->last_frame_ms, 1, 1000)) / 1000;
  parts_->last_frame_ms = now_ms;

  picture::new_frame();
  draw();
  ImGui::Render();
  parts_->shown = parts_->presenter && parts_->presenter->present(*ImGui::GetDrawData());
  return parts_->shown;
}

void Window::page_turned() {
  parts_->touch.page_turned();
}

bool Window::input_waits() const {
  return !ImGui::GetCurrentContext()->InputEventsQueue.empty();
}

void Window::on_display_loss(std::function<void()> last) {
  parts_->on_display_loss = std::move(last);
  end_with_display(parts_->window.get(), parts_->on_display_loss);
}

Drawing Window::drawing() const {
  return parts_->presenter ? parts_->presenter->drawing() : parts_->drawing;
}

void Window::set_title(const std::string& title) {
  SDL_SetWindowTitle(parts_->window.get(), title.c_str());
}

void Window::turn(raster::Rotation rotation) {
  if (rotation == parts_->rotation) return;
  parts_->rotation = rotation;
  WindowOptions options;
  options.drawing = parts_->drawing;
  options.rotation = rotation;
  parts_->presenter.reset();  // first: a window has one renderer
  auto presenter = make_presenter(parts_->window.get(), options);
  if (presenter) {
    parts_->presenter = std::move(*presenter);
    return;
  }
  spdlog::error("the picture cannot be turned: {}", presenter.error().message);
  request_quit();  // a new start turns it
}

raster::Size Window::size() const {
  return raster::turned(parts_->display_size(), parts_->rotation);
}

}  // namespace conglang::platform
