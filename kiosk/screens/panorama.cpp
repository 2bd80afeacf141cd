#include <algorithm>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/picture_box.h"

namespace conglang::screens {
namespace {

using kiosk::Action;

constexpr float kArrow = 180;
constexpr float kStep = 30;      // degrees a touch of an arrow
constexpr float kWideView = 75;  // degrees from the left edge to the right
constexpr float kTallView = 48;

bool draw_arrow(Canvas& canvas, std::string_view id, Rect box, std::string_view icon, std::string_view name) {
  const Palette& light = light_palette();
  const Touch touch = canvas.target(id, box);
  canvas.name(name, box);
  canvas.fill(box, touch.down ? light.primary_deep : light.ink, 28);
  canvas.bold(icon, box.middle_x(), box.middle_y(), 88, light.wall);
  return touch.released;
}

}  // namespace

std::optional<Action> draw_panorama(const kiosk::PanoramaView& view, Rect room, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const float top = theme.low ? theme.header_height() : room.y - 24;
  const Rect box{0, top, theme.width, room.bottom() + 24 - top};
  const float seen = theme.portrait() ? kTallView : kWideView;
  canvas.panorama(view.picture, box, view.heading, 0, seen);
  const float row = box.bottom() - 36 - kPictureButton;
  const Rect left{theme.margin(), row, kArrow, kPictureButton};
  const Rect right{theme.width - theme.margin() - kArrow, row, kArrow, kPictureButton};
  std::optional<Action> action;
  if (draw_arrow(canvas, "turn left", left, "arrow-left", view.left)) action = kiosk::TurnPanorama{-kStep};
  if (draw_arrow(canvas, "turn right", right, "arrow-right", view.right)) action = kiosk::TurnPanorama{kStep};
  const TextStyle style{.em = 44, .weight = Weight::name, .color = light_palette().surface};
  const float room_between = right.x - left.right() - 48;
  const float width = std::min(room_between, canvas.width_of(view.hint, style) + 80);
  const Rect hint{box.middle_x() - width / 2, row, width, kPictureButton};
  canvas.fill(hint, light_palette().ink, 28);
  canvas.line(view.hint, hint.middle_x(), hint.middle_y(), hint.w - 60, style, Align::center);
  const Rect held{box.x + 4, box.y, box.w - 8, row - 16 - box.y};
  const Touch drag = canvas.target("panorama", held);
  canvas.name(view.alt.empty() ? view.hint : view.alt, held);
  const float moved = ImGui::GetIO().MouseDelta.x / theme.scale;
  if (drag.down && moved != 0) action = kiosk::TurnPanorama{-moved * seen / box.w};
  return action;
}

}  // namespace conglang::screens
