#pragma once
// ImGui's own renderer for SDL, drawing the same frames as ours: for pixel tests and for measuring beside it.

#include <SDL.h>
#include <imgui.h>

#include <memory>
#include <unordered_map>

namespace conglang::testing {

/// Belongs to ImGui's current context and must end before it. Several may live in one context.
class SdlRival {
 public:
  /// Draws with `renderer`, which is not owned.
  explicit SdlRival(SDL_Renderer* renderer);
  ~SdlRival();
  SdlRival(const SdlRival&) = delete;
  SdlRival& operator=(const SdlRival&) = delete;

  /// Draws `data`, whose textures may be of one byte a pixel: that backend knows colours only, and gets them
  /// from copies made at first sight. Nothing else is changed in `data`.
  void draw(ImDrawData& data);

 private:
  ImTextureData* copy_of(ImTextureData* texture);

  SDL_Renderer* renderer_;
  void* backend_ = nullptr;                                         ///< ImGui knows one at a time
  std::unordered_map<int, std::unique_ptr<ImTextureData>> copies_;  ///< by the texture's id
  ImVector<ImTextureData*> textures_;
};

}  // namespace conglang::testing
