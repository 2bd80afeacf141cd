#include <algorithm>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::ZaloRowView;

constexpr float kGap = 20;
constexpr float kIcon = 120;

struct Styles {
  TextStyle name;
  TextStyle village;
};

Styles styles(const Canvas& canvas) {
  const Palette& palette = canvas.palette();
  return {canvas.scaled({.em = 44, .weight = Weight::name, .color = palette.ink, .leading = 1.18F}),
          canvas.scaled(
              {.em = type::kMinor, .weight = Weight::text, .color = palette.ink_soft, .leading = 1.18F})};
}

float room_of(float width) {
  return width - kIcon - 100;
}

float words_height(const ZaloRowView& row, float width, const Canvas& canvas) {
  const Styles style = styles(canvas);
  return canvas.paragraph_height(row.name, room_of(width), style.name) +
         canvas.paragraph_height(row.village, room_of(width), style.village);
}

std::optional<Action> draw_row(const ZaloRowView& row, Rect box, Canvas& canvas) {
  const Surface card = card_button(canvas, "group " + row.url, {box.x, box.y, box.w, box.h - kLedge});
  const Styles style = styles(canvas);
  canvas.duotone("chats-circle", card.box.x + kIcon / 2 + 4, card.box.middle_y(), 76);
  float y = card.box.middle_y() - words_height(row, box.w, canvas) / 2;
  y += canvas.paragraph(row.name, card.box.x + kIcon, y, room_of(box.w), style.name);
  canvas.paragraph(row.village, card.box.x + kIcon, y, room_of(box.w), style.village);
  canvas.bold("qr-code", card.box.right() - 58, card.box.middle_y(), 56, canvas.palette().primary);
  if (card.touch.released) return kiosk::OpenZaloGroup{row.url};
  return std::nullopt;
}

}  // namespace

std::optional<Action> draw_zalo(const kiosk::ZaloView& view, const kiosk::ChromeView& chrome, Rect room,
                                Canvas& canvas) {
  std::vector<Block> blocks;
  blocks.push_back({notice_height(canvas, view.mark, room.w), 0, false,
                    [&view](Canvas& painter, Rect box) -> std::optional<Action> {
                      draw_notice(painter, view.mark, box);
                      return std::nullopt;
                    }});
  const std::size_t columns = !canvas.theme().portrait() && canvas.theme().text_scale <= 1 ? 2 : 1;
  const auto n = static_cast<float>(columns);
  const float width = (room.w - kGap * (n - 1)) / n;
  for (std::size_t first = 0; first < view.rows.size(); first += columns) {
    const std::size_t end = std::min(first + columns, view.rows.size());
    float height = 142 + kLedge;
    for (std::size_t i = first; i < end; ++i)
      height = std::max(height, words_height(view.rows[i], width, canvas) + 40 + kLedge);
    blocks.push_back(
        {height, static_cast<int>(end - first), false, [&view, first, end, width](Canvas& painter, Rect box) {
           std::optional<Action> action;
           for (std::size_t i = first; i < end; ++i) {
             const float x = box.x + static_cast<float>(i - first) * (width + kGap);
             if (auto touched = draw_row(view.rows[i], {x, box.y, width, box.h}, painter)) action = touched;
           }
           return action;
         }});
  }
  const FlowLayout layout{.gap = kGap, .reserve = turn_pill_height(canvas) + 14};
  Shown shown = draw_flow(canvas, blocks, room, layout, chrome.offset);
  return draw_turn_pill(shown, view.more, chrome, room, canvas);
}

}  // namespace conglang::screens
