#include "kiosk/picture/fonts.h"

#include <imgui.h>
#include <misc/freetype/imgui_freetype.h>

namespace conglang::picture {
namespace {

ImFont* add(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) return nullptr;
  // Unhinted: hinting rounds every advance up to whole pixels, and words fall apart into letters.
  ImFontConfig config;
  config.FontLoaderFlags = ImGuiFreeTypeLoaderFlags_NoHinting;
  return ImGui::GetIO().Fonts->AddFontFromFileTTF(file.c_str(), 0, &config);
}

}  // namespace

Result<screens::Fonts> load_fonts(const std::filesystem::path& assets) {
  screens::Fonts fonts;
  fonts.text = add(assets / "text-500.ttf");
  fonts.control = add(assets / "text-600.ttf");
  fonts.name = add(assets / "text-700.ttf");
  fonts.question = add(assets / "text-800.ttf");
  if (fonts.text == nullptr || fonts.control == nullptr || fonts.name == nullptr ||
      fonts.question == nullptr) {
    return fail(
        Errc::not_found,
        "{}: text-500.ttf to text-800.ttf are missing; run install/third-party, or install fonts-inter, "
        "and build again",
        assets.string());
  }
  fonts.duotone = add(assets / "phosphor-duotone.ttf");
  fonts.bold = add(assets / "phosphor-bold.ttf");
  return fonts;
}

}  // namespace conglang::picture
