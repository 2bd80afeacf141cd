#include <algorithm>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::ItemView;
using kiosk::SectionView;

constexpr float kBullet = 84;
constexpr float kButton = 120;
constexpr float kPad = 14;
constexpr float kColumnGap = 56;

struct Styles {
  TextStyle text;
  TextStyle note;
};

Styles styles(const Canvas& canvas) {
  return {
      canvas.scaled(
          {.em = type::kBody, .weight = Weight::control, .color = canvas.palette().ink, .leading = 1.28F}),
      canvas.scaled({.em = type::kMinor,
                     .weight = Weight::text,
                     .color = canvas.palette().ink_soft,
                     .leading = 1.25F})};
}

float chip_line(const ItemView& item, const Canvas& canvas) {
  return item.chip ? (kChipHeight + 12) * canvas.theme().text_scale : 0;
}

float item_height(const ItemView& item, float width, const Canvas& canvas) {
  const Styles style = styles(canvas);
  const float room = width - kBullet - 24;
  const float text = canvas.paragraph_height(item.text, room, style.text) +
                     canvas.paragraph_height(item.note, room, style.note) + chip_line(item, canvas);
  return std::max(item.number.empty() ? 0.0F : 64.0F, text) + 2 * kPad;
}

std::optional<Action> draw_item(const ItemView& item, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const Styles style = styles(canvas);
  const float first = box.y + kPad + style.text.em * style.text.leading / 2;
  if (item.number.empty()) {
    canvas.circle(box.x + 40, first, 9, palette.primary);
  } else {
    canvas.circle(box.x + 36, first, 32, palette.primary);
    canvas.line(item.number, box.x + 36, first, 60,
                {.em = type::kMinor, .weight = Weight::question, .color = palette.on_primary}, Align::center);
  }
  const float left = box.x + kBullet;
  const float room = box.w - kBullet - 24;
  float y = box.y + kPad;
  y += canvas.paragraph(item.text, left, y, room, style.text);
  y += canvas.paragraph(item.note, left, y, room, style.note);
  if (item.chip) draw_chip(canvas, *item.chip, left, y + chip_line(item, canvas) / 2 + 3, room);
  return std::nullopt;
}

TextStyle heading_style(const Canvas& canvas) {
  return canvas.scaled(
      {.em = type::kHeading, .weight = Weight::question, .color = canvas.palette().ink, .leading = 1.15F});
}

Block heading_block(const SectionView& section, float width, const Canvas& canvas) {
  const float words = canvas.paragraph_height(section.title, width - kBullet, heading_style(canvas));
  return {words + 26, 1, true, [&section](Canvas& painter, Rect box) -> std::optional<Action> {
            painter.duotone(section.icon, box.x + 36, box.middle_y(), 62);
            const TextStyle style = heading_style(painter);
            const float height = painter.paragraph_height(section.title, box.w - kBullet, style);
            painter.paragraph(section.title, box.x + kBullet, box.middle_y() - height / 2, box.w - kBullet,
                              style);
            return std::nullopt;
          }};
}

}  // namespace

std::optional<Action> draw_steps(const kiosk::StepsView& view, const kiosk::ChromeView& chrome, Rect room,
                                 Canvas& canvas) {
  const Rect sheet{room.x, room.y, room.w, room.h - kButton - 28};
  panel(canvas, sheet);
  const Rect inner{sheet.x + 28, sheet.y + 14, sheet.w - 56, sheet.h - 28};
  const bool two = !canvas.theme().portrait() && canvas.theme().text_scale <= 1;
  const FlowLayout layout{
      .reserve = 92 * canvas.theme().text_scale, .columns = two ? 2 : 1, .column_gap = two ? kColumnGap : 0};
  const float width = layout.column_width(inner.w);
  std::vector<Block> blocks;
  for (const SectionView& section : view.sections) {
    blocks.push_back(heading_block(section, width, canvas));
    for (const ItemView& item : section.items) {
      blocks.push_back({item_height(item, width, canvas), 0, false,
                        [&item](Canvas& painter, Rect box) { return draw_item(item, box, painter); }});
    }
  }
  const Shown shown = draw_flow(canvas, blocks, inner, layout, chrome.offset);
  if (two) {
    const float end = shown.pages > 1 ? inner.bottom() - layout.reserve : inner.bottom() - 14;
    canvas.fill({inner.middle_x() - 1, inner.y + 14, 2, end - inner.y - 14}, canvas.palette().line);
  }
  std::optional<Action> action = draw_turn_pill(shown, view.more, chrome, inner, canvas);
  const Rect button{room.x, room.bottom() - kButton, room.w, kButton - 6};
  if (primary_button(canvas, "code", button, "qr-code", view.code_button)) action = kiosk::OpenCode{};
  return action;
}

}  // namespace conglang::screens
