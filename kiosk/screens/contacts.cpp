#include <algorithm>

#include "kiosk/screens/doors.h"
#include "kiosk/screens/numbers.h"
#include "kiosk/screens/pages.h"
#include "kiosk/screens/text_blocks.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::ContactsView;
using kiosk::NumberView;

constexpr float kColumnGap = 48;
constexpr float kAfter = 12;
constexpr float kTileGap = 14;
constexpr float kMatterIcon = 104;

Block heading_block(const std::string& title, const Canvas& canvas) {
  const TextStyle style =
      canvas.scaled({.em = 46, .weight = Weight::question, .color = canvas.palette().ink, .leading = 1.2F});
  return {style.em * 1.2F + 14, 0, true, [&title, style](Canvas& painter, Rect box) -> std::optional<Action> {
            painter.line(title, box.x, box.middle_y() - 4, box.w, style);
            return std::nullopt;
          }};
}

// ---- danger: the number is the largest thing on the page

TextStyle danger_label(const Canvas& canvas) {
  return canvas.scaled(
      {.em = type::kMinor, .weight = Weight::control, .color = canvas.palette().ink, .leading = 1.12F});
}

TextStyle danger_number(const Canvas& canvas) {
  return canvas.scaled({.em = 68, .weight = Weight::question, .color = canvas.palette().danger});
}

float danger_height(const std::vector<NumberView>& numbers, float width, const Canvas& canvas) {
  float words = 0;
  for (const NumberView& number : numbers) {
    words = std::max(words, canvas.paragraph_height(number.label, width - 28, danger_label(canvas)));
  }
  return words + danger_number(canvas).em * 1.1F + 26;
}

void draw_danger(const NumberView& number, Rect box, Canvas& canvas) {
  canvas.fill(box, canvas.palette().danger, kCardRadius);
  canvas.fill(box.inset(3), canvas.palette().surface, kCardRadius - 3);
  const float line = danger_number(canvas).em * 1.1F;
  canvas.line(number.phone, box.middle_x(), box.y + 12 + line / 2, box.w - 20, danger_number(canvas),
              Align::center);
  canvas.paragraph(number.label, box.x + 14, box.y + 12 + line, box.w - 28, danger_label(canvas),
                   Align::center);
}

void add_emergency(std::vector<Block>& blocks, const ContactsView& view, float width, const Canvas& canvas) {
  if (view.emergency.empty()) return;
  blocks.push_back(heading_block(view.emergency_title, canvas));
  const std::size_t columns = canvas.theme().text_scale > 1 ? 2 : 3;
  const float tile = (width - kTileGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const float height = danger_height(view.emergency, tile, canvas);
  for (std::size_t first = 0; first < view.emergency.size(); first += columns) {
    const std::size_t end = std::min(first + columns, view.emergency.size());
    blocks.push_back({height + kAfter, 1, false,
                      [&view, first, end, tile, height](Canvas& painter, Rect box) -> std::optional<Action> {
                        for (std::size_t i = first; i < end; ++i) {
                          const float x = box.x + static_cast<float>(i - first) * (tile + kTileGap);
                          draw_danger(view.emergency[i], {x, box.y, tile, height}, painter);
                        }
                        return std::nullopt;
                      }});
  }
}

// ---- what is broken, and who mends it

TextStyle matter_name(const Canvas& canvas) {
  return canvas.scaled({.em = 44, .weight = Weight::name, .color = canvas.palette().ink, .leading = 1.16F});
}

TextStyle matter_who(const Canvas& canvas) {
  return canvas.scaled(
      {.em = type::kMinor, .weight = Weight::control, .color = canvas.palette().primary, .leading = 1.16F});
}

float matter_height(const kiosk::MatterView& matter, float width, const Canvas& canvas) {
  const float room = width - kMatterIcon - 20;
  return canvas.paragraph_height(matter.name, room, matter_name(canvas)) +
         canvas.paragraph_height(matter.number.label, room, matter_who(canvas)) +
         canvas.paragraph_height(matter.number.phone, room, matter_who(canvas)) + 24;
}

void draw_matter(const kiosk::MatterView& matter, Rect box, Canvas& canvas) {
  panel(canvas, box);
  canvas.duotone(matter.icon, box.x + kMatterIcon / 2 + 4, box.middle_y(), 68);
  const float left = box.x + kMatterIcon;
  const float room = box.w - kMatterIcon - 20;
  float y = box.y + 12;
  y += canvas.paragraph(matter.name, left, y, room, matter_name(canvas));
  y += canvas.paragraph(matter.number.label, left, y, room, matter_who(canvas));
  TextStyle phone = matter_who(canvas);
  phone.weight = Weight::question;
  canvas.paragraph(matter.number.phone, left, y, room, phone);
}

void add_matters(std::vector<Block>& blocks, const ContactsView& view, float width, const Canvas& canvas) {
  if (view.matters.empty()) return;
  blocks.push_back(heading_block(view.matters_title, canvas));
  for (const kiosk::MatterView& matter : view.matters) {
    const float height = matter_height(matter, width, canvas);
    blocks.push_back(
        {height + kAfter, 1, false, [&matter, height](Canvas& painter, Rect box) -> std::optional<Action> {
           draw_matter(matter, {box.x, box.y, box.w, height}, painter);
           return std::nullopt;
         }});
  }
}

}  // namespace

std::optional<Action> draw_contacts(const ContactsView& view, const kiosk::ChromeView& chrome, Rect room,
                                    Canvas& canvas) {
  const bool two = !canvas.theme().portrait() && canvas.theme().text_scale <= 1;
  const FlowLayout layout{
      .reserve = turn_pill_height(canvas) + 14, .columns = two ? 2 : 1, .column_gap = two ? kColumnGap : 0};
  const float width = layout.column_width(room.w);
  std::vector<Block> blocks;
  add_emergency(blocks, view, width, canvas);
  for (DoorRow& row : door_rows(view.doors, width, canvas)) {
    blocks.push_back(
        {door_height(canvas) + kAfter, 0, false, [row = std::move(row)](Canvas& painter, Rect box) {
           box.h -= kAfter;
           return draw_door_row(row, box, painter);
         }});
  }
  add_matters(blocks, view, width, canvas);
  for (const kiosk::ContactGroupView& group : view.groups) {
    blocks.push_back(heading_block(group.title, canvas));
    add_numbers(blocks, group.numbers, width, kAfter, 1, canvas);
  }
  if (!view.sample.text.empty()) add_chips(blocks, {&view.sample, 1}, width, 0, canvas);
  Shown shown = draw_flow(canvas, blocks, room, layout, chrome.offset);
  return draw_turn_pill(shown, view.more, chrome, room, canvas);
}

}  // namespace conglang::screens
