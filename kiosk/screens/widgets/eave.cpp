#include "kiosk/screens/widgets/eave.h"

#include <cmath>

#include "kiosk/screens/theme/shapes.h"

namespace conglang::screens {
void draw_eave(Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const Theme& theme = canvas.theme();
  const auto width = static_cast<int>(std::lround(theme.width * theme.scale));
  const EaveShape shape{.width = width,
                        .scale = theme.scale,
                        .tiled = theme.kind == kiosk::Theme::light,
                        .brick = theme.kind == kiosk::Theme::light ? palette.brick : palette.wall,
                        .joint = palette.brick_light,
                        .rim = palette.brick_deep,
                        .shade = palette.wall_deep};
  const EavePictures eave = theme.shapes->eave(shape);
  const auto blit = [&](const Picture& picture, int from, int to) {
    canvas.list()->AddImage(picture.texture, {static_cast<float>(from), 0},
                            {static_cast<float>(to), static_cast<float>(shape.height())}, picture.uv_from,
                            picture.uv_to);
  };
  const int last = width - shape.end();
  for (int x = shape.end(); x < last; x += shape.tile()) blit(eave.middle, x, x + shape.tile());
  blit(eave.left, 0, shape.end());
  blit(eave.right, last, width);
}

}  // namespace conglang::screens
