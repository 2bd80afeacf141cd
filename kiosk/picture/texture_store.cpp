#include "kiosk/picture/texture_store.h"

#include <imgui_internal.h>

#include <algorithm>

namespace conglang::picture {
namespace {

void copy_pixels(const raster::Image& image, ImTextureData& texture) {
  auto* out = texture.Pixels;
  for (const raster::Argb pixel : image.argb) {
    *out++ = static_cast<unsigned char>(pixel >> 16U);
    *out++ = static_cast<unsigned char>(pixel >> 8U);
    *out++ = static_cast<unsigned char>(pixel);
    *out++ = static_cast<unsigned char>(pixel >> 24U);
  }
}

void forget(ImTextureData& texture) {
  ImGui::UnregisterUserTexture(&texture);
  // The list is made anew with the next frame, which may never come.
  ImGui::GetPlatformIO().Textures.find_erase(&texture);
}

}  // namespace

TextureStore::~TextureStore() {
  for (const auto& texture : textures_) forget(*texture);
}

ImTextureData& TextureStore::make(const raster::Image& image) {
  sweep();
  ImTextureData& texture = *textures_.emplace_back(std::make_unique<ImTextureData>());
  texture.Create(ImTextureFormat_RGBA32, image.width, image.height);
  copy_pixels(image, texture);
  texture.UniqueID = ++last_id_;
  texture.SetStatus(ImTextureStatus_WantCreate);
  ImGui::RegisterUserTexture(&texture);
  return texture;
}

void TextureStore::change(ImTextureData& texture, const raster::Image& image) {
  copy_pixels(image, texture);
  texture.UniqueID = ++last_id_;
  if (texture.Status == ImTextureStatus_WantCreate) return;
  texture.Updates.resize(0);
  texture.Updates.push_back(
      {0, 0, static_cast<unsigned short>(texture.Width), static_cast<unsigned short>(texture.Height)});
  texture.UpdateRect = texture.Updates.front();
  texture.SetStatus(ImTextureStatus_WantUpdates);
}

void TextureStore::drop(ImTextureData& texture) {
  texture.DestroyPixels();
  texture.UnusedFrames = 1;
  const bool known_to_renderer = texture.TexID != ImTextureID_Invalid;
  texture.SetStatus(known_to_renderer ? ImTextureStatus_WantDestroy : ImTextureStatus_Destroyed);
  sweep();
}

void TextureStore::sweep() {
  std::erase_if(textures_, [](const auto& texture) {
    if (texture->Status != ImTextureStatus_Destroyed) return false;
    forget(*texture);
    return true;
  });
}

}  // namespace conglang::picture
