#include "kiosk/platform/safe_page.h"

#include <algorithm>

#include "kiosk/machine/safe_words.h"
#include "kiosk/picture/assets.h"
#include "kiosk/picture/fonts.h"
#include "kiosk/screens/screen.h"
#include "kiosk/screens/theme/shapes.h"

namespace conglang::platform {
namespace {

using std::chrono::seconds;

constexpr seconds kShown{600};
constexpr seconds kBetweenPictures{30};

}  // namespace

Result<bool> show_safe_page(const std::filesystem::path& data, double diagonal_inches, Window& window,
                            Life& life) {
  TRY(const std::filesystem::path assets, picture::find_assets());
  TRY(const screens::Fonts fonts, picture::load_fonts(assets));
  const machine::SafeWords words = machine::read_safe_words(data);
  kiosk::View view;
  view.cover = kiosk::CoverView{words.title, words.text, words.lines};
  screens::Shapes shapes;
  screens::ScrollMotion motion;
  window.set_title("Cổng Làng – " + words.title);
  const auto end = machine::running_time() + kShown;
  const auto sleep = std::min(kBetweenPictures, life.longest_sleep().value_or(kBetweenPictures));
  while (machine::running_time() < end) {
    const bool shown = window.frame([&] {
      screens::draw_screen(
          view,
          screens::make_theme(fonts, shapes, static_cast<float>(window.width()),
                              static_cast<float>(window.height()), diagonal_inches, view.chrome),
          motion);
    });
    if (shown) life.presented(machine::running_time());
    if (window.wait(sleep).quit) return true;
  }
  return false;
}

}  // namespace conglang::platform
