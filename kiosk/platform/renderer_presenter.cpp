#include <SDL.h>
#include <imgui.h>
#include <imgui_impl_sdlrenderer2.h>

#include <algorithm>

#include "content/base/handle.h"
#include "kiosk/platform/presenter.h"

namespace conglang::platform {
namespace {

using RendererHandle = Handle<SDL_Renderer, SDL_DestroyRenderer>;

// The graphics card turns as easily as it draws: only the corners are others. Rectangles stay rectangles.
void turn(ImDrawData& data, raster::Rotation rotation) {
  const raster::Size picture{static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y)};
  const auto turned = [&](ImVec2 at) {
    const raster::Point point = raster::on_display(raster::Point{at.x, at.y}, picture, rotation);
    return ImVec2{point.x, point.y};
  };
  for (ImDrawList* list : data.CmdLists) {
    for (ImDrawVert& vertex : list->VtxBuffer) vertex.pos = turned(vertex.pos);
    for (ImDrawCmd& command : list->CmdBuffer) {
      const ImVec2 one = turned({command.ClipRect.x, command.ClipRect.y});
      const ImVec2 other = turned({command.ClipRect.z, command.ClipRect.w});
      command.ClipRect = {std::min(one.x, other.x), std::min(one.y, other.y), std::max(one.x, other.x),
                          std::max(one.y, other.y)};
    }
  }
  const raster::Size display = raster::turned(picture, rotation);
  data.DisplaySize = {static_cast<float>(display.width), static_cast<float>(display.height)};
}

class RendererPresenter final : public Presenter {
 public:
  RendererPresenter(RendererHandle renderer, raster::Rotation rotation)
      : renderer_(std::move(renderer)), rotation_(rotation) {
    ImGui_ImplSDLRenderer2_Init(renderer_.get());
    // That backend knows textures of colours only.
    ImGui::GetIO().Fonts->TexDesiredFormat = ImTextureFormat_RGBA32;
  }
  ~RendererPresenter() override { ImGui_ImplSDLRenderer2_Shutdown(); }
  RendererPresenter(const RendererPresenter&) = delete;
  RendererPresenter& operator=(const RendererPresenter&) = delete;

  bool present(ImDrawData& data) override {
    SDL_SetRenderDrawColor(renderer_.get(), 0, 0, 0, 255);
    if (SDL_RenderClear(renderer_.get()) != 0) return false;
    if (rotation_ != raster::Rotation::none) turn(data, rotation_);
    ImGui_ImplSDLRenderer2_RenderDrawData(&data, renderer_.get());
    SDL_RenderPresent(renderer_.get());
    return true;
  }

  void lost() override {}  // every frame is drawn whole
  Drawing drawing() const override { return Drawing::renderer; }

 private:
  RendererHandle renderer_;
  raster::Rotation rotation_;
};

}  // namespace

Result<std::unique_ptr<Presenter>> present_by_renderer(SDL_Window* window, raster::Rotation rotation) {
  RendererHandle renderer(SDL_CreateRenderer(window, -1, SDL_RENDERER_ACCELERATED));
  if (!renderer) return fail(Errc::io, "no graphics card can be used: {}", SDL_GetError());
  return std::make_unique<RendererPresenter>(std::move(renderer), rotation);
}

}  // namespace conglang::platform
