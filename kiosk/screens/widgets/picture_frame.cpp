#include <cmath>

#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {
namespace {

int pixels(float reference, const Theme& theme) {
  return std::max(1, static_cast<int>(std::lround(reference * theme.scale)));
}

}  // namespace

void Canvas::picture(std::string_view file, Rect box, Fit fit, float radius) {
  if (theme_->pictures == nullptr) return empty_frame(box, radius);
  put_picture(theme_->pictures->picture({std::string(file), pixels(box.w, *theme_), pixels(box.h, *theme_),
                                         fit, static_cast<int>(std::lround(radius * theme_->scale))}),
              box, radius);
}

void Canvas::panorama(std::string_view file, Rect box, float yaw, float pitch, float fov) {
  if (theme_->pictures == nullptr) return empty_frame(box, 0);
  put_picture(
      theme_->pictures->panorama({file, pixels(box.w, *theme_), pixels(box.h, *theme_), yaw, pitch, fov}),
      box, 0);
}

void Canvas::put_picture(const Pictures::Answer& answer, Rect box, float radius) {
  if (answer.state != Pictures::State::there) return empty_frame(box, radius);
  // In the middle of the box, and on whole pixels: then it is copied, not sampled.
  const ImVec2 middle = to_screen(box.middle_x(), box.middle_y());
  const auto width = static_cast<float>(answer.width);
  const auto height = static_cast<float>(answer.height);
  const ImVec2 from{std::round(middle.x - width / 2), std::round(middle.y - height / 2)};
  list_->AddImage(answer.texture, from, {from.x + width, from.y + height});
}

void Canvas::empty_frame(Rect box, float radius) {
  fill(box, palette().line, radius);
  fill(box.inset(2), palette().surface, radius - 2);
  const float size = std::min({box.w * 0.5F, box.h * 0.5F, 96.0F});
  duotone("image", box.middle_x(), box.middle_y(), size, palette().surface, palette().line);
}

}  // namespace conglang::screens
