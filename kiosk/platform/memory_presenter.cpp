#include <SDL.h>
#include <imgui.h>

#include "content/base/handle.h"
#include "kiosk/platform/presenter.h"
#include "kiosk/raster/damage.h"
#include "kiosk/raster/raster.h"

namespace conglang::platform {
namespace {

using raster::Box;
using raster::Pixels;
using raster::Rotation;
using SurfaceHandle = Handle<SDL_Surface, SDL_FreeSurface>;

// The rasteriser's own order of bytes, which nearly every display has.
bool has_our_pixels(const SDL_Surface& surface) {
  const Uint32 format = surface.format->format;
  return format == SDL_PIXELFORMAT_RGB888 || format == SDL_PIXELFORMAT_ARGB8888;
}

Pixels pixels_of(const SDL_Surface& surface) {
  return {static_cast<raster::Argb*>(surface.pixels), surface.w, surface.h, surface.pitch / 4};
}

SDL_Rect rect_of(const Box& box) {
  return {box.left, box.top, box.width(), box.height()};
}

class MemoryPresenter final : public Presenter {
 public:
  MemoryPresenter(SDL_Window* window, Rotation rotation) : window_(window), rotation_(rotation) {}

  bool present(ImDrawData& data) override {
    raster::serve_textures(*data.Textures);
    // Asked for every time: after a change of size or mode the old one is gone.
    SDL_Surface* const surface = SDL_GetWindowSurface(window_);
    if (surface == nullptr || !has_a_place_to_draw(*surface)) return fails();
    if (SDL_MUSTLOCK(surface) && SDL_LockSurface(surface) != 0) return fails();
    const std::vector<SDL_Rect> changed = draw_changes(data, *surface);
    if (SDL_MUSTLOCK(surface)) SDL_UnlockSurface(surface);
    if (changed.empty()) return true;
    const int count = static_cast<int>(changed.size());
    return SDL_UpdateWindowSurfaceRects(window_, changed.data(), count) == 0 || fails();
  }

  void lost() override { damage_.forget(); }
  Drawing drawing() const override { return Drawing::memory; }

 private:
  // Into the window itself, unless the picture has to be turned, or converted for a display of 16 bits or of
  // another order: then beside it.
  bool has_a_place_to_draw(const SDL_Surface& surface) {
    if (surface.pixels != last_pixels_) damage_.forget();
    last_pixels_ = surface.pixels;
    if (has_our_pixels(surface) && rotation_ == Rotation::none) {
      beside_.reset();
      return true;
    }
    const raster::Size size = raster::turned({surface.w, surface.h}, rotation_);
    if (beside_ && beside_->w == size.width && beside_->h == size.height) return true;
    damage_.forget();
    beside_ = make_surface(size);
    turned_ = has_our_pixels(surface) ? nullptr : make_surface({surface.w, surface.h});
    return beside_ != nullptr && (has_our_pixels(surface) || turned_ != nullptr);
  }

  static SurfaceHandle make_surface(const raster::Size& size) {
    return SurfaceHandle(
        SDL_CreateRGBSurfaceWithFormat(0, size.width, size.height, 32, SDL_PIXELFORMAT_RGB888));
  }

  std::vector<SDL_Rect> draw_changes(const ImDrawData& data, SDL_Surface& surface) {
    const Pixels picture = pixels_of(beside_ ? *beside_ : surface);
    std::vector<SDL_Rect> changed;
    for (const Box& part : damage_.since_last(data, picture.width, picture.height)) {
      raster::draw_anew(data, picture, part);
      SDL_Rect rect = rect_of(raster::on_display(part, {picture.width, picture.height}, rotation_));
      if (beside_) copy_turned(picture, part, rotation_, pixels_of(turned_ ? *turned_ : surface));
      if (turned_) SDL_BlitSurface(turned_.get(), &rect, &surface, &rect);
      changed.push_back(rect);
    }
    return changed;
  }

  bool fails() {
    damage_.forget();
    return false;
  }

  SDL_Window* window_;
  Rotation rotation_;
  raster::Damage damage_;
  const void* last_pixels_ = nullptr;
  SurfaceHandle beside_;  ///< the picture before it is turned or converted
  SurfaceHandle turned_;  ///< and turned, before it is converted
};

}  // namespace

Result<std::unique_ptr<Presenter>> present_from_memory(SDL_Window* window, Rotation rotation) {
  if (SDL_GetWindowSurface(window) == nullptr) {
    return fail(Errc::io, "the window cannot be drawn into: {}", SDL_GetError());
  }
  return std::make_unique<MemoryPresenter>(window, rotation);
}

}  // namespace conglang::platform
