#include "kiosk/screens/turn_page.h"

#include <algorithm>

#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {

float turn_pill_height(const Canvas& canvas) {
  return canvas.theme().text_scale > 1 ? 96.0F : 82.0F;
}

namespace {

std::string label_of(const Shown& shown, const kiosk::Pattern& more, const kiosk::ChromeView& chrome,
                     bool large) {
  if (shown.page + 1 == shown.pages) return chrome.to_top;
  const bool by_page = large || shown.counted_after == 0 || more == chrome.turn_page;
  if (by_page) return chrome.turn_page.with(shown.page + 1, shown.pages);
  return more.with(shown.counted_after);
}

}  // namespace

std::optional<kiosk::Action> draw_turn_pill(const Shown& shown, const kiosk::Pattern& more,
                                            const kiosk::ChromeView& chrome, Rect room, Canvas& canvas) {
  if (shown.pages < 2) return shown.action;
  const bool last = shown.page + 1 == shown.pages;
  const std::string label = label_of(shown, more, chrome, canvas.theme().text_scale > 1);
  const float height = turn_pill_height(canvas);
  const TextStyle style = canvas.scaled({.em = type::kMinor, .weight = Weight::name});
  const float width = std::min(room.w, canvas.width_of(label, style) + 140);
  const Rect box{room.middle_x() - width / 2, room.bottom() - height, width, height};
  if (!pill_button(canvas, "turn", box, label, last ? "caret-up" : "caret-down")) return shown.action;
  return kiosk::ScrollTo{shown.next};
}

}  // namespace conglang::screens
