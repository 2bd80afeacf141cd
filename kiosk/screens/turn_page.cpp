#include "kiosk/screens/turn_page.h"

#include <algorithm>

#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {

float turn_pill_height(const Canvas& canvas) {
  return canvas.theme().text_scale > 1 ? 96.0F : 82.0F;
}

std::optional<kiosk::Action> draw_turn_pill(const Screenful& shown, const kiosk::Pattern& more,
                                            const kiosk::Pattern& turn_page, Rect room, Canvas& canvas) {
  if (shown.turns < 2) return std::nullopt;
  const bool last = shown.turn + 1 == shown.turns;
  const std::string label = last || shown.counted_after == 0 ? turn_page.with(shown.turn + 1, shown.turns)
                                                             : more.with(shown.counted_after);
  const float height = turn_pill_height(canvas);
  const TextStyle style = canvas.scaled({.em = type::kMinor, .weight = Weight::name});
  const float width = std::min(room.w, canvas.width_of(label, style) + 140);
  const Rect box{room.middle_x() - width / 2, room.bottom() - height, width, height};
  if (!pill_button(canvas, "turn", box, label, last ? "arrow-counter-clockwise" : "caret-down"))
    return std::nullopt;
  return kiosk::TurnPage{shown.turns};
}

}  // namespace conglang::screens
