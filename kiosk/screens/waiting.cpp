#include <algorithm>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/widgets/eave.h"

namespace conglang::screens {

void draw_waiting(const kiosk::WaitingView& view, Rect room, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const float width = std::min(room.w, 1300.0F);
  const float left = room.middle_x() - width / 2;
  draw_mark(canvas, room.middle_x(), room.y + 170, 220);
  float y = room.y + 320;
  y += canvas.paragraph(view.title, left, y, width,
                        {.em = type::kTitle, .weight = Weight::question, .color = palette.ink},
                        Align::center) +
       20;
  y += canvas.paragraph(view.text, left, y, width,
                        {.em = 44, .weight = Weight::text, .color = palette.ink, .leading = 1.4F},
                        Align::center) +
       20;
  canvas.paragraph(view.detail, left, y, width,
                   {.em = type::kMinor, .weight = Weight::text, .color = palette.ink_soft, .leading = 1.35F},
                   Align::center);
}

}  // namespace conglang::screens
