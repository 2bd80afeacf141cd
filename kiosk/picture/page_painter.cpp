#include "kiosk/picture/page_painter.h"

#include <imgui.h>

#include "kiosk/picture/fonts.h"
#include "kiosk/raster/raster.h"

namespace conglang::picture {
namespace {

// A preview is over before its memory matters.
constexpr std::size_t kPictureBytes = 256UL << 20U;

Result<raster::Image> load(const std::function<Result<std::string>(const std::string&)>& bytes_of,
                           const Order& order) {
  TRY(const std::string bytes, bytes_of(file_of(order)));
  return decode(bytes, order);
}

}  // namespace

Result<PagePainter> PagePainter::open(const std::filesystem::path& assets) {
  auto session = std::make_unique<ImGuiSession>();
  TRY(const screens::Fonts fonts, load_fonts(assets));
  return PagePainter(std::move(session), fonts);
}

void PagePainter::show_pictures(std::function<Result<std::string>(const std::string& file)> bytes_of) {
  unusable_->clear();
  pictures_ = std::make_unique<PictureCache>(
      kPictureBytes, [bytes_of = std::move(bytes_of), unusable = unusable_.get()](const Order& order) {
        auto image = load(bytes_of, order);
        if (!image) unusable->push_back(fmt::format("{}: {}", file_of(order), image.error().message));
        return std::optional(std::move(image));
      });
}

std::optional<kiosk::Action> PagePainter::frame(const kiosk::View& view, const Panel& panel,
                                                screens::Inspection* inspection, screens::Focus* focus) {
  const ImVec2 size{static_cast<float>(panel.width), static_cast<float>(panel.height)};
  theme_ = screens::make_theme(fonts_, *shapes_, size.x, size.y, panel.diagonal_inches, view.chrome);
  theme_.pictures = pictures_.get();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = size;
  io.DeltaTime = 1.0F / 60;
  new_frame();
  auto action = screens::draw_screen(view, theme_, motion_, inspection, focus);
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
