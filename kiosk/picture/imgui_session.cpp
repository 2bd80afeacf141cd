#include "kiosk/picture/imgui_session.h"

#include <imgui.h>

#include "kiosk/raster/raster.h"

namespace conglang::picture {

ImGuiSession::ImGuiSession() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;
  // Room for the glyphs of a page: growing copies the texture.
  io.Fonts->TexMinWidth = 1024;
  io.Fonts->TexMinHeight = 1024;
  // Lines get their rims from triangles: a texture of lines would have to be sampled.
  io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines;
}

ImGuiSession::~ImGuiSession() {
  raster::release_textures(ImGui::GetPlatformIO().Textures);
  ImGui::DestroyContext();
}

}  // namespace conglang::picture
