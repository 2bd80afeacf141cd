#include "kiosk/picture/imgui_session.h"

#include <imgui.h>
#include <imgui_internal.h>

#include "kiosk/raster/raster.h"

namespace conglang::picture {
namespace {

// ImGui 1.92.2 counts how often a place of the atlas was given away in a signed field of ten bits, and stops
// at 512 (pull request 8906 of its repository; mended in 1.92.3). Nobody holds the name of a free place, so
// its count may begin again; 0 is taken by places that were never used.
void count_free_places_anew(ImFontAtlasBuilder& builder) {
  constexpr int kHighest = 255;
  for (ImFontAtlasRectEntry& entry : builder.RectsIndex)
    if (entry.IsUsed == 0 && entry.Generation > kHighest) entry.Generation = 1;
}

}  // namespace

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

void new_frame() {
  if (ImFontAtlasBuilder* builder = ImGui::GetIO().Fonts->Builder) count_free_places_anew(*builder);
  ImGui::NewFrame();
}

}  // namespace conglang::picture
