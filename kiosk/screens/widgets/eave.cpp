#include "kiosk/screens/widgets/eave.h"

#include <cmath>

#include "kiosk/screens/theme/shapes.h"

namespace conglang::screens {
void draw_eave(Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const Theme& theme = canvas.theme();
  const auto width = static_cast<int>(std::lround(theme.width * theme.scale));
  const bool tiled = theme.kind == kiosk::Theme::light;
  const EaveShape shape{.width = width, .scale = theme.scale, .tiled = tiled};
  const std::array<ImU32, kEaveLayers> colors{tiled ? palette.brick : palette.wall, palette.brick_light,
                                              palette.wall_deep, palette.brick_deep};
  const auto blit = [&](const EavePictures& pictures, int from, int to) {
    for (std::size_t layer = 0; layer < kEaveLayers; ++layer) {
      canvas.list()->AddImage(pictures[layer].texture, {static_cast<float>(from), 0},
                              {static_cast<float>(to), static_cast<float>(shape.height())},
                              pictures[layer].uv_from, pictures[layer].uv_to, colors[layer]);
    }
  };
  const int last = width - shape.end();
  const EavePictures middle = theme.shapes->eave(shape, EaveSlice::middle);
  for (int x = shape.end(); x < last; x += shape.tile()) blit(middle, x, x + shape.tile());
  blit(theme.shapes->eave(shape, EaveSlice::left), 0, shape.end());
  blit(theme.shapes->eave(shape, EaveSlice::right), last, width);
}

}  // namespace conglang::screens
