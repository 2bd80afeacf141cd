#include "kiosk/platform/window.h"

#include <SDL.h>
#include <imgui.h>
#include <imgui_impl_sdl2.h>
#include <imgui_impl_sdlrenderer2.h>
#include <imgui_internal.h>

#include <algorithm>
#include <csignal>

#include "content/base/handle.h"

namespace conglang::platform {
namespace {

// Written by a signal handler, read by the main loop: what a handler may touch.
volatile std::sig_atomic_t quit_requested = 0;

// Long enough to sleep well, short enough that a signal between check and sleep is not felt.
constexpr std::chrono::milliseconds kLongestSleep{1000};

struct SdlSession {
  bool open = SDL_Init(SDL_INIT_VIDEO | SDL_INIT_EVENTS) == 0;
  SdlSession() = default;
  ~SdlSession() { SDL_Quit(); }
  SdlSession(const SdlSession&) = delete;
  SdlSession& operator=(const SdlSession&) = delete;
};

struct ImGuiSession {
  ImGuiSession(SDL_Window* window, SDL_Renderer* renderer) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    ImGui_ImplSDL2_InitForSDLRenderer(window, renderer);
    ImGui_ImplSDLRenderer2_Init(renderer);
  }
  ~ImGuiSession() {
    ImGui_ImplSDLRenderer2_Shutdown();
    ImGui_ImplSDL2_Shutdown();
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

Uint32 content_event() {
  static const Uint32 kType = SDL_RegisterEvents(1);
  return kType;
}

}  // namespace

struct Window::Parts {
  SdlSession sdl;
  Handle<SDL_Window, SDL_DestroyWindow> window;
  Handle<SDL_Renderer, SDL_DestroyRenderer> renderer;
  std::unique_ptr<ImGuiSession> imgui;
};

Window::Window(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Window::~Window() = default;
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;

Result<Window> Window::open(const WindowOptions& options) {
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
  const Uint32 flags = options.fullscreen ? Uint32{SDL_WINDOW_BORDERLESS} : Uint32{0};
  parts->window.reset(SDL_CreateWindow(options.title.c_str(), 0, 0, width, height, flags));
  if (!parts->window) return fail(Errc::io, "no window can be opened: {}", SDL_GetError());
  parts->renderer.reset(SDL_CreateRenderer(parts->window.get(), -1, SDL_RENDERER_SOFTWARE));
  if (!parts->renderer) return fail(Errc::io, "the window cannot be drawn into: {}", SDL_GetError());
  if (options.fullscreen) SDL_ShowCursor(SDL_DISABLE);
  parts->imgui = std::make_unique<ImGuiSession>(parts->window.get(), parts->renderer.get());
  content_event();
  return Window(std::move(parts));
}

Wake Window::wait(std::chrono::milliseconds limit) {
  if (quit_requested != 0) return Wake::quit;
  const auto sleep = std::clamp(limit, std::chrono::milliseconds(0), kLongestSleep);
  SDL_Event event;
  if (SDL_WaitEventTimeout(&event, static_cast<int>(sleep.count())) == 0) {
    return quit_requested != 0 ? Wake::quit : Wake::deadline;
  }
  Wake wake = Wake::input;
  do {
    if (event.type == SDL_QUIT) return Wake::quit;
    if (event.type == content_event()) wake = Wake::content;
    ImGui_ImplSDL2_ProcessEvent(&event);
  } while (SDL_PollEvent(&event) != 0);
  return quit_requested != 0 ? Wake::quit : wake;
}

void Window::announce_content() {
  SDL_Event event{};
  event.type = content_event();
  SDL_PushEvent(&event);
}

void Window::request_quit() {
  quit_requested = 1;
}

void Window::frame(const std::function<void()>& draw) {
  ImGui_ImplSDLRenderer2_NewFrame();
  ImGui_ImplSDL2_NewFrame();
  ImGui::NewFrame();
  draw();
  ImGui::Render();
  SDL_SetRenderDrawColor(parts_->renderer.get(), 0, 0, 0, 255);
  SDL_RenderClear(parts_->renderer.get());
  ImGui_ImplSDLRenderer2_RenderDrawData(ImGui::GetDrawData(), parts_->renderer.get());
  SDL_RenderPresent(parts_->renderer.get());
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
