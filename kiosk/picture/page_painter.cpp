#include "kiosk/picture/page_painter.h"

#include <imgui.h>

#include "kiosk/picture/fonts.h"
#include "kiosk/raster/raster.h"

namespace conglang::picture {

Result<PagePainter> PagePainter::open(const std::filesystem::path& assets) {
  auto session = std::make_unique<ImGuiSession>();
  TRY(const screens::Fonts fonts, load_fonts(assets));
  return PagePainter(std::move(session), fonts);
}

std::optional<kiosk::Action> PagePainter::frame(const kiosk::View& view, const Panel& panel,
                                                screens::Inspection* inspection) {
  const ImVec2 size{static_cast<float>(panel.width), static_cast<float>(panel.height)};
  theme_ = screens::make_theme(fonts_, *shapes_, size.x, size.y, panel.diagonal_inches, view.chrome.theme,
                               view.chrome.text_size);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = size;
  io.DeltaTime = 1.0F / 60;
  ImGui::NewFrame();
  auto action = screens::draw_screen(view, theme_, inspection);
  ImGui::Render();
  raster::serve_textures(ImGui::GetPlatformIO().Textures);
  return action;
}

raster::Image PagePainter::picture() const {
  const ImGuiIO& io = ImGui::GetIO();
  raster::Image image(static_cast<int>(io.DisplaySize.x), static_cast<int>(io.DisplaySize.y));
  draw_into(image);
  return image;
}

void PagePainter::draw_into(raster::Image& image) const {
  if (const ImDrawData* data = ImGui::GetDrawData()) raster::draw(*data, image.pixels());
}

}  // namespace conglang::picture
