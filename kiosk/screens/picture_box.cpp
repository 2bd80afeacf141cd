#include "kiosk/screens/picture_box.h"

#include <algorithm>
#include <cmath>

namespace conglang::screens {
namespace {

constexpr float kDot = 26;
constexpr float kDotStep = 44;
constexpr float kWideDot = 56;
constexpr float kRadius = 28;
constexpr int kMostDots = 6;

}  // namespace

void prepare_picture(const std::string& file, Rect box, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  if (file.empty() || theme.pictures == nullptr) return;
  const auto pixels = [&](float reference) { return static_cast<int>(std::lround(reference * theme.scale)); };
  theme.pictures->picture({file, pixels(box.w), pixels(box.h), Fit::cover, 0});
}

float picture_button_width(const Canvas& canvas, std::string_view label) {
  const TextStyle style = canvas.scaled({.em = 44, .weight = Weight::name});
  return canvas.width_of(label, style) + 164;
}

bool picture_button(Canvas& canvas, std::string_view id, Rect box, std::string_view icon,
                    std::string_view label) {
  const Palette& light = light_palette();  // dark on a picture in every theme
  const Touch touch = canvas.target(id, box);
  canvas.fill(box, touch.down ? light.primary_deep : light.ink, kRadius);
  canvas.bold(icon, box.x + 74, box.middle_y(), 60, light.wall);
  canvas.line(label, box.x + 124, box.middle_y(), box.w - 160,
              canvas.scaled({.em = 44, .weight = Weight::name, .color = light.surface}));
  return touch.released;
}

std::optional<kiosk::Action> draw_picture_turn(const kiosk::PicturesView& pictures, Rect box,
                                               Canvas& canvas) {
  if (pictures.count < 2) return std::nullopt;
  const Palette& light = light_palette();
  const int dots = std::min(pictures.count, kMostDots);
  const float width = 64 + kDotStep * static_cast<float>(dots - 1) + kWideDot;
  const Rect pill{box.right() - 40 - width, box.bottom() - 36 - kPictureButton, width, kPictureButton};
  const Touch touch = canvas.target("next picture", pill);
  canvas.fill(pill, touch.down ? light.primary_deep : light.ink, kRadius);
  const int shown = pictures.index * dots / pictures.count;
  float x = pill.x + 32;
  for (int i = 0; i < dots; ++i) {
    const float length = i == shown ? kWideDot : kDot;
    canvas.fill({x, pill.middle_y() - kDot / 2, length, kDot}, i == shown ? light.wall : light.edge,
                kDot / 2);
    x += length + kDotStep - kDot;
  }
  if (touch.released) return kiosk::NextPicture{};
  return std::nullopt;
}

}  // namespace conglang::screens
