#pragma once
// Pictures as ImGui's renderers want them. A renderer may hold a texture for some frames after nobody draws
// with it: what was dropped is kept here until it has let go.

#include <imgui.h>

#include <memory>
#include <vector>

#include "kiosk/raster/pixels.h"

namespace conglang::picture {

/// Belongs to ImGui's current context and must end before it.
class TextureStore {
 public:
  TextureStore() = default;
  ~TextureStore();
  TextureStore(const TextureStore&) = delete;
  TextureStore& operator=(const TextureStore&) = delete;

  /// Valid until drop().
  ImTextureData& make(const raster::Image& image);

  /// Other pixels of the same size.
  void change(ImTextureData& texture, const raster::Image& image);

  /// Not within a frame that draws with it. Its pixels are freed at once.
  void drop(ImTextureData& texture);

 private:
  void sweep();

  std::vector<std::unique_ptr<ImTextureData>> textures_;
  int last_id_ = 1 << 24;  ///< far from those that ImGui gives to its own
};

}  // namespace conglang::picture
