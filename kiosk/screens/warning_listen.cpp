#include "kiosk/screens/warning_listen.h"

#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {

bool draw_listen_to_warning(const kiosk::ListenView& listen, Rect box, Canvas& canvas) {
  if (!listen.button.enabled) return false;
  const Palette& palette = canvas.palette();
  const Touch touch = canvas.target("listen", box);
  canvas.fill(box, palette.on_emergency, kCardRadius);
  canvas.fill(box.inset(3), touch.down ? palette.emergency_deep : palette.emergency, kCardRadius - 3);
  const TextStyle style{.em = 46, .weight = Weight::name, .color = palette.on_emergency};
  const float width = canvas.width_of(listen.button.label, style);
  const float left = box.middle_x() - (width + 76) / 2;
  canvas.bold(listen.reading ? "pause" : "speaker-high", left + 26, box.middle_y(), 52, style.color);
  canvas.line(listen.button.label, left + 76, box.middle_y(), box.right() - left - 90, style);
  return touch.released;
}

}  // namespace conglang::screens
