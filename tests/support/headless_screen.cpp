#include "tests/support/headless_screen.h"

#include <algorithm>
#include <stdexcept>

#include "kiosk/platform/fonts.h"

namespace conglang::testing {
namespace {

// What a renderer would do with ImGui's textures.
void pretend_to_upload() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_OK && texture->Status != ImTextureStatus_Destroyed) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

}  // namespace

HeadlessScreen::HeadlessScreen(int width, int height, double diagonal_inches)
    : width_(width), height_(height), diagonal_inches_(diagonal_inches) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  io.DeltaTime = 1.0F / 60;
  auto fonts = platform::load_fonts(CONGLANG_BIN_DIR "/../share/conglang");
  if (!fonts) throw std::runtime_error(fonts.error().message);
  fonts_ = *fonts;
}

HeadlessScreen::~HeadlessScreen() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::DestroyContext();
}

std::optional<kiosk::Action> HeadlessScreen::draw(const kiosk::View& view) {
  drawn_ = {};
  theme_ = screens::make_theme(fonts_, shapes_, static_cast<float>(width_), static_cast<float>(height_),
                               diagonal_inches_, view.chrome.theme, view.chrome.text_size);
  ImGui::NewFrame();
  auto action = screens::draw_screen(view, theme_, &drawn_);
  ImGui::Render();
  pretend_to_upload();
  return action;
}

void HeadlessScreen::press(std::string_view id) {
  const auto found = std::ranges::find(drawn_.targets, id, &screens::Inspection::Target::id);
  if (found == drawn_.targets.end()) throw std::runtime_error("no such target: " + std::string(id));
  ImGui::GetIO().AddMousePosEvent(found->box.middle_x() * theme_.scale, found->box.middle_y() * theme_.scale);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
}

void HeadlessScreen::release() {
  ImGui::GetIO().AddMouseButtonEvent(0, false);
}

}  // namespace conglang::testing
