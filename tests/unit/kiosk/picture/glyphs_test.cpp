// No word of the program or of the starter content has a letter that the type lacks, in any weight.

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <map>
#include <set>

#include "kiosk/picture/fonts.h"
#include "kiosk/picture/imgui_session.h"
#include "kiosk/screens/theme/icons.h"
#include "tests/folders.h"
#include "tests/support/starter_files.h"

using namespace conglang;
namespace fs = std::filesystem;

namespace {

/// Every letter of a UTF-8 text, and where it was seen first.
void note_letters(const std::string& text, const std::string& where,
                  std::map<unsigned, std::string>& letters) {
  for (std::size_t at = 0; at < text.size();) {
    unsigned letter = 0;
    at += static_cast<std::size_t>(ImTextCharFromUtf8(&letter, text.data() + at, text.data() + text.size()));
    if (letter > ' ') letters.try_emplace(letter, where);
  }
}

/// What a resident or a member of staff can come to read: names of files and of fields among it do no harm.
std::map<unsigned, std::string> all_letters() {
  std::map<unsigned, std::string> letters;
  for (const auto& [path, bytes] : testing::starter_files())
    if (path.ends_with(".json")) note_letters(bytes, path, letters);
  for (const auto& entry : fs::directory_iterator(fs::path(CONGLANG_SOURCE_DIR) / "assets"))
    if (entry.path().filename().string().starts_with("strings."))
      note_letters(*read_file(entry.path(), 1'000'000), entry.path().filename().string(), letters);
  for (unsigned letter = '!'; letter <= '~'; ++letter) letters.try_emplace(letter, "ASCII");
  for (const char* sign : {"…", "–", "“", "”", "₫", "•"}) note_letters(sign, "signs", letters);
  return letters;
}

std::string missing_in(ImFont* font, const std::map<unsigned, std::string>& letters) {
  std::string missing;
  for (const auto& [letter, where] : letters)
    if (!font->IsGlyphInFont(static_cast<ImWchar>(letter)))
      missing += fmt::format("U+{:04X} in {}\n", letter, where);
  return missing;
}

}  // namespace

TEST_CASE("every letter that can be shown is in every weight of the type", "[picture]") {
  const picture::ImGuiSession session;
  const auto fonts = picture::load_fonts(CONGLANG_BIN_DIR "/../share/conglang");
  REQUIRE(fonts);
  const auto letters = all_letters();
  REQUIRE(letters.size() > 200);  // the alphabet alone has 134 with marks
  for (ImFont* font : {fonts->text, fonts->control, fonts->name, fonts->question}) {
    CHECK(missing_in(font, letters) == "");
    CHECK_FALSE(missing_in(font, {{0x4E00, "a Chinese text"}}).empty());
  }
}

TEST_CASE("every letter is in Inter too, which stands in where the type could not be fetched", "[picture]") {
  const picture::ImGuiSession session;
  const auto letters = all_letters();
  for (const char* weight : {"Medium", "SemiBold", "Bold", "ExtraBold"}) {
    const std::string file = std::string("/usr/share/fonts/opentype/inter/Inter-") + weight + ".otf";
    INFO(file);
    REQUIRE(fs::exists(file));
    ImFont* font = ImGui::GetIO().Fonts->AddFontFromFileTTF(file.c_str());
    CHECK(missing_in(font, letters) == "");
  }
}

TEST_CASE("every icon that may be named is in the icon fonts", "[picture]") {
  const picture::ImGuiSession session;
  const auto fonts = picture::load_fonts(CONGLANG_BIN_DIR "/../share/conglang");
  REQUIRE(fonts);
  if (fonts->duotone == nullptr) {
    WARN("no icon fonts here: run install/third-party");
    return;
  }
  for (const auto& icon : screens::duotone_icons()) {
    INFO(icon.name);
    CHECK(fonts->duotone->IsGlyphInFont(icon.fill));
    CHECK(fonts->duotone->IsGlyphInFont(icon.line));
  }
  for (const auto& icon : screens::bold_icons()) {
    INFO(icon.name);
    CHECK(fonts->bold->IsGlyphInFont(icon.glyph));
  }
}
