// The theme draws with the designer's values, and they are what eyes and fingers need.

#include "kiosk/screens/theme/theme.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "content/base/file.h"
#include "kiosk/screens/theme/measures.h"
#include "kiosk/screens/theme/shapes.h"
#include "tests/folders.h"

using namespace conglang;
using namespace conglang::screens;
using Catch::Approx;
using Json = nlohmann::json;

namespace {

Json look() {
  const auto bytes = read_file(CONGLANG_SOURCE_DIR "/assets/look.json", 100'000);
  REQUIRE(bytes);
  return Json::parse(*bytes);
}

std::string hex(ImU32 color) {
  return fmt::format("#{:02X}{:02X}{:02X}", (color >> IM_COL32_R_SHIFT) & 0xFFU,
                     (color >> IM_COL32_G_SHIFT) & 0xFFU, (color >> IM_COL32_B_SHIFT) & 0xFFU);
}

std::map<std::string, ImU32> colors_of(const Palette& p) {
  return {{"page", p.page},
          {"surface", p.surface},
          {"wall", p.wall},
          {"wall_deep", p.wall_deep},
          {"ink", p.ink},
          {"ink_soft", p.ink_soft},
          {"primary", p.primary},
          {"primary_deep", p.primary_deep},
          {"on_primary", p.on_primary},
          {"primary_tint", p.primary_tint},
          {"icon_fill", p.icon_fill},
          {"brick", p.brick},
          {"brick_deep", p.brick_deep},
          {"brick_light", p.brick_light},
          {"line", p.line},
          {"edge", p.edge},
          {"ledge", p.ledge},
          {"danger", p.danger},
          {"warn_bg", p.warn_bg},
          {"warn_ink", p.warn_ink},
          {"court", p.court},
          {"on_wall", p.on_wall},
          {"pressed_tile", p.pressed_tile},
          {"match_highlight", p.match_highlight},
          {"disabled_ink", p.disabled_ink}};
}

double luminance(ImU32 color) {
  const auto channel = [&](unsigned shift) {
    const double value = ((color >> shift) & 0xFFU) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(IM_COL32_R_SHIFT) + 0.7152 * channel(IM_COL32_G_SHIFT) +
         0.0722 * channel(IM_COL32_B_SHIFT);
}

double contrast(ImU32 one, ImU32 other) {
  const double light = std::max(luminance(one), luminance(other));
  const double dark = std::min(luminance(one), luminance(other));
  return (light + 0.05) / (dark + 0.05);
}

Theme panel(float width, float height, double inches, kiosk::TextSize size = kiosk::TextSize::normal) {
  Shapes shapes;
  kiosk::ChromeView chrome;
  chrome.text_size = size;
  return make_theme({}, shapes, width, height, inches, chrome);
}

}  // namespace

TEST_CASE("every colour of both themes is the designer's", "[screens]") {
  const Json colors = look().at("color");
  for (const auto& [name, palette] :
       {std::pair("light", light_palette()), std::pair("contrast", contrast_palette())}) {
    for (const auto& [color, value] : colors_of(palette)) {
      if (!colors.at(name).contains(color)) continue;
      INFO(name << " " << color);
      CHECK(hex(value) == colors.at(name).at(color).get<std::string>());
    }
  }
}

TEST_CASE("the type scale is the designer's, in millimetres", "[screens]") {
  const Json sizes = look().at("type");
  const std::map<std::string, float> ours = {{"question", type::kQuestion}, {"title", type::kTitle},
                                             {"header", type::kHeader},     {"heading", type::kHeading},
                                             {"button", type::kButton},     {"label", type::kLabel},
                                             {"body", type::kBody},         {"minor", type::kMinor}};
  for (const auto& [name, px] : ours) {
    INFO(name);
    CHECK(px * kReferenceMmPerPx == Approx(sizes.at(name).at("mm").get<float>()).margin(0.02));
  }
}

TEST_CASE("the three text sizes are 1, 1.25 and 1.5", "[screens]") {
  const auto steps = look().at("text_steps").get<std::vector<float>>();
  using kiosk::TextSize;
  CHECK(panel(1920, 1080, 21.5).text_scale == steps[0]);
  CHECK(panel(1920, 1080, 21.5, TextSize::large).text_scale == steps[1]);
  CHECK(panel(1920, 1080, 21.5, TextSize::largest).text_scale == steps[2]);
}

TEST_CASE("text is read at 4.5 to 1, in the contrast theme at 7 to 1; edges of controls are seen at 3 to 1",
          "[screens]") {
  for (const auto* palette : {&light_palette(), &contrast_palette()}) {
    const Palette& p = *palette;
    const double text = palette == &contrast_palette() ? 7 : 4.5;
    for (const ImU32 ground : {p.page, p.surface, p.court, p.primary_tint, p.match_highlight, p.pressed_tile})
      CHECK(contrast(p.ink, ground) >= text);
    for (const ImU32 ground : {p.page, p.surface, p.court, p.primary_tint})
      CHECK(contrast(p.ink_soft, ground) >= text);
    CHECK(contrast(p.on_wall, p.wall) >= text);
    CHECK(contrast(p.on_primary, p.primary) >= text);
    CHECK(contrast(p.primary, p.surface) >= text);
    CHECK(contrast(p.primary, p.primary_tint) >= text);
    CHECK(contrast(p.warn_ink, p.warn_bg) >= text);
    for (const ImU32 ground : {p.page, p.surface, p.court}) CHECK(contrast(p.edge, ground) >= 3);
    CHECK(contrast(p.disabled_ink, p.court) >= 3);
  }
}

TEST_CASE("on the panels that kiosks have, capitals are 0.7 degrees and targets 20 mm", "[screens]") {
  CHECK(is_large_enough(panel(1920, 1080, 21.5)));
  CHECK(is_large_enough(panel(1080, 1920, 21.5)));
  CHECK(is_large_enough(panel(1920, 1080, 32)));
  CHECK(is_large_enough(panel(3840, 2160, 43)));
  CHECK(is_large_enough(panel(1080, 1920, 55)));
  CHECK_FALSE(is_large_enough(panel(1920, 1080, 15.6)));
  CHECK_FALSE(is_large_enough(panel(1280, 800, 10.1)));
}
