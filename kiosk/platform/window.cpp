#include "kiosk/platform/window.h"

#include <SDL.h>
#include <imgui.h>
#include <imgui_impl_sdlrenderer2.h>
#include <imgui_internal.h>

#include <algorithm>
#include <clocale>

#include "content/base/handle.h"
#include "kiosk/platform/touch_input.h"

namespace conglang::platform {
namespace {

// SDL_UserEvent::code of our own event.
constexpr Sint32 kContentTurned = 1;

struct SdlSession {
  bool open = SDL_Init(SDL_INIT_VIDEO | SDL_INIT_EVENTS) == 0;
  SdlSession() = default;
  ~SdlSession() { SDL_Quit(); }
  SdlSession(const SdlSession&) = delete;
  SdlSession& operator=(const SdlSession&) = delete;
};

struct ImGuiSession {
  explicit ImGuiSession(SDL_Renderer* renderer) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    ImGui_ImplSDLRenderer2_Init(renderer);
  }
  ~ImGuiSession() {
    ImGui_ImplSDLRenderer2_Shutdown();
    ImGui::DestroyContext();
  }
  ImGuiSession(const ImGuiSession&) = delete;
  ImGuiSession& operator=(const ImGuiSession&) = delete;
};

void set_hints() {
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "1");
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "nearest");
  SDL_SetHint(SDL_HINT_RENDER_DRIVER, "software");
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
}

bool needs_drawing(const SDL_Event& event) {
  if (event.type != SDL_WINDOWEVENT) return false;
  const Uint8 what = event.window.event;
  return what == SDL_WINDOWEVENT_EXPOSED || what == SDL_WINDOWEVENT_SIZE_CHANGED ||
         what == SDL_WINDOWEVENT_RESTORED;
}

}  // namespace

struct Window::Parts {
  SdlSession sdl;
  Handle<SDL_Window, SDL_DestroyWindow> window;
  Handle<SDL_Renderer, SDL_DestroyRenderer> renderer;
  std::unique_ptr<ImGuiSession> imgui;
  Uint64 last_frame_ms = 0;
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
  parts->renderer.reset(SDL_CreateRenderer(parts->window.get(), -1, SDL_RENDERER_SOFTWARE));
  if (!parts->renderer) return fail(Errc::io, "the window cannot be drawn into: {}", SDL_GetError());
  if (options.fullscreen) SDL_ShowCursor(SDL_DISABLE);
  parts->imgui = std::make_unique<ImGuiSession>(parts->renderer.get());
  return Window(std::move(parts));
}

Wake Window::wait(std::chrono::milliseconds limit) {
  Wake wake;
  SDL_Event event;
  const auto sleep = std::max<std::chrono::milliseconds::rep>(limit.count(), 0);
  if (SDL_WaitEventTimeout(&event, static_cast<int>(sleep)) == 0) return wake;
  do {
    wake.quit = wake.quit || event.type == SDL_QUIT;
    wake.content = wake.content || (event.type == SDL_USEREVENT && event.user.code == kContentTurned);
    wake.draw = wake.draw || needs_drawing(event);
    wake.draw = take_touch(event, ImGui::GetIO()) || wake.draw;
  } while (SDL_PollEvent(&event) != 0);
  return wake;
}

void Window::announce_content() {
  SDL_Event event{};
  event.type = SDL_USEREVENT;
  event.user.code = kContentTurned;
  SDL_PushEvent(&event);
}

void Window::request_quit() {
  SDL_Event event{};
  event.type = SDL_QUIT;
  SDL_PushEvent(&event);
}

void Window::frame(const std::function<void()>& draw) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(width()), static_cast<float>(height())};
  const Uint64 now_ms = SDL_GetTicks64();
  io.DeltaTime = static_cast<float>(std::clamp<Uint64>(now_ms - parts_->last_frame_ms, 1, 1000)) / 1000;
  parts_->last_frame_ms = now_ms;

  SDL_Renderer* renderer = parts_->renderer.get();
  ImGui_ImplSDLRenderer2_NewFrame();
  ImGui::NewFrame();
  draw();
  ImGui::Render();
  SDL_SetRenderDrawColor(renderer, 0, 0, 0, 255);
  SDL_RenderClear(renderer);
  ImGui_ImplSDLRenderer2_RenderDrawData(ImGui::GetDrawData(), renderer);
  SDL_RenderPresent(renderer);
}

bool Window::input_waits() const {
  return !ImGui::GetCurrentContext()->InputEventsQueue.empty();
}

void Window::set_title(const std::string& title) {
  SDL_SetWindowTitle(parts_->window.get(), title.c_str());
}

int Window::width() const {
  int width = 0;
  SDL_GetWindowSize(parts_->window.get(), &width, nullptr);
  return width;
}

int Window::height() const {
  int height = 0;
  SDL_GetWindowSize(parts_->window.get(), nullptr, &height);
  return height;
}

}  // namespace conglang::platform
