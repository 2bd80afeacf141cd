#include <algorithm>

#include "kiosk/screens/numbers.h"
#include "kiosk/screens/pages.h"
#include "kiosk/screens/text_blocks.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::HelpStepView;
using kiosk::HelpView;

constexpr float kText = 172;
constexpr float kGap = 10;
constexpr float kColumnGap = 32;
constexpr float kAbovePanels = 14;
constexpr float kNeverShare = 0.31F;  // of the row of panels
constexpr float kCentreShare = 0.29F;
constexpr float kPad = 14;
constexpr float kWide = 900;  // a panel this wide has two columns

struct Styles {
  TextStyle text;
  TextStyle note;
  TextStyle title;
};

Styles styles(const Canvas& canvas) {
  const Palette& palette = canvas.palette();
  return {canvas.scaled({.em = 42, .weight = Weight::name, .color = palette.ink, .leading = 1.06F}),
          canvas.scaled(
              {.em = type::kMinor, .weight = Weight::text, .color = palette.ink_soft, .leading = 1.06F}),
          canvas.scaled({.em = 42, .weight = Weight::question, .color = palette.ink, .leading = 1.12F})};
}

float step_height(const HelpStepView& step, float width, const Canvas& canvas) {
  const Styles style = styles(canvas);
  const float room = width - kText - 8;
  return std::max(84.0F, canvas.paragraph_height(step.text, room, style.text) +
                             canvas.paragraph_height(step.note, room, style.note));
}

void draw_step(const HelpStepView& step, std::size_t number, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const Styles style = styles(canvas);
  canvas.circle(box.x + 34, box.middle_y(), 34, palette.primary);
  canvas.line(std::to_string(number), box.x + 34, box.middle_y(), 66,
              {.em = 42, .weight = Weight::question, .color = palette.on_primary}, Align::center);
  canvas.duotone(step.icon, box.x + 120, box.middle_y(), 72);
  const float room = box.w - kText - 8;
  float y = box.middle_y() - (canvas.paragraph_height(step.text, room, style.text) +
                              canvas.paragraph_height(step.note, room, style.note)) /
                                 2;
  y += canvas.paragraph(step.text, box.x + kText, y, room, style.text);
  canvas.paragraph(step.note, box.x + kText, y, room, style.note);
}

// Steps in reading order: down the first column, then down the second.
void add_steps(std::vector<Block>& blocks, const HelpView& view, float width, const Canvas& canvas) {
  for (std::size_t i = 0; i < view.steps.size(); ++i) {
    blocks.push_back({step_height(view.steps[i], width, canvas), 0, false,
                      [&view, i](Canvas& painter, Rect box) -> std::optional<Action> {
                        draw_step(view.steps[i], i + 1, box, painter);
                        return std::nullopt;
                      }});
  }
}

// ---- what is never asked for

std::size_t columns_of(float width, const Canvas& canvas) {
  return width >= kWide && canvas.theme().text_scale <= 1 ? 2 : 1;
}

float never_column(float width, const Canvas& canvas) {
  return (width - 2 * kPad) / static_cast<float>(columns_of(width, canvas));
}

float never_line(const HelpView& view, float column, const Canvas& canvas) {
  float height = 0;
  for (const std::string& one : view.never) {
    height = std::max(height, canvas.paragraph_height(one, column - 56, styles(canvas).text));
  }
  return height + 4;
}

float never_height(const HelpView& view, float width, const Canvas& canvas) {
  const std::size_t columns = columns_of(width, canvas);
  const std::size_t rows = (view.never.size() + columns - 1) / columns;
  return canvas.paragraph_height(view.never_title, width - 2 * kPad, styles(canvas).title) + 6 +
         static_cast<float>(rows) * never_line(view, never_column(width, canvas), canvas) + 2 * kPad;
}

void draw_never(const HelpView& view, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  Styles style = styles(canvas);
  style.title.color = style.text.color = palette.warn_ink;
  canvas.fill(box, palette.warn_bg, kCardRadius);
  const float title =
      canvas.paragraph(view.never_title, box.x + kPad, box.y + kPad, box.w - 2 * kPad, style.title);
  const float top = box.y + kPad + title + 6;
  const std::size_t columns = columns_of(box.w, canvas);
  const float column = never_column(box.w, canvas);
  const float line = never_line(view, column, canvas);
  for (std::size_t i = 0; i < view.never.size(); ++i) {
    const float x = box.x + kPad + static_cast<float>(i % columns) * column;
    const float y = top + static_cast<float>(i / columns) * line;
    canvas.bold("x", x + 22, y + style.text.em * style.text.leading / 2, 40, palette.warn_ink);
    canvas.paragraph(view.never[i], x + 56, y, column - 56, style.text);
  }
}

// ---- the commune's centre, which is as good

float centre_height(const HelpView& view, float width, const Canvas& canvas) {
  const Styles style = styles(canvas);
  const float room = width - 2 * kPad;
  return canvas.paragraph_height(view.centre_title, room, style.title) + 8 +
         canvas.paragraph_height(view.centre_text, room, style.note) + 2 * kPad;
}

void draw_centre(const HelpView& view, Rect box, Canvas& canvas) {
  Styles style = styles(canvas);
  style.note.color = canvas.palette().ink;
  canvas.fill(box, canvas.palette().primary_tint, kCardRadius);
  const float room = box.w - 2 * kPad;
  float y = box.y + kPad;
  y += canvas.paragraph(view.centre_title, box.x + kPad, y, room, style.title) + 8;
  canvas.paragraph(view.centre_text, box.x + kPad, y, room, style.note);
}

// ---- whom to call

void add_call(std::vector<Block>& blocks, const HelpView& view, float width, const Canvas& canvas) {
  if (view.numbers.empty()) return;
  add_text(blocks, view.call_title, styles(canvas).title, width, 6, canvas);
  blocks.back().keep_with_next = true;
  if (columns_of(width, canvas) == 1) return add_numbers(blocks, view.numbers, width, 8, 0, canvas);
  const auto n = static_cast<float>(view.numbers.size());
  const float column = (width - kGap * (n - 1)) / n;
  float height = 0;
  for (const kiosk::NumberView& number : view.numbers)
    height = std::max(height, number_height(number, column, canvas));
  blocks.push_back({height, 0, false, [&view, column](Canvas& painter, Rect box) -> std::optional<Action> {
                      for (const kiosk::NumberView& number : view.numbers) {
                        draw_number(number, {box.x, box.y, column, box.h}, painter);
                        box.x += column + kGap;
                      }
                      return std::nullopt;
                    }});
}

float blocks_height(const std::vector<Block>& blocks) {
  float height = 0;
  for (const Block& block : blocks) height += block.height;
  return height;
}

// Two columns of steps, below them three panels side by side: the whole flow on one page.
bool draw_whole(const HelpView& view, Rect room, Canvas& canvas) {
  const FlowLayout two{.gap = kGap, .columns = 2, .column_gap = kColumnGap};
  std::vector<Block> steps;
  add_steps(steps, view, two.column_width(room.w), canvas);
  const std::size_t rows = (steps.size() + 1) / 2;
  float tallest = 0;
  for (const Block& step : steps) tallest = std::max(tallest, step.height);
  for (Block& step : steps) step.height = tallest;
  const float steps_height = (tallest + kGap) * static_cast<float>(rows) - kGap;
  const float shared = room.w - 2 * kColumnGap;
  const Rect never{room.x, 0, shared * kNeverShare, 0};
  const Rect centre{never.right() + kColumnGap, 0, shared * kCentreShare, 0};
  const float call_left = centre.right() + kColumnGap;
  const float call_width = room.right() - call_left;
  std::vector<Block> call;
  add_call(call, view, call_width, canvas);
  const float panels = std::max(
      {never_height(view, never.w, canvas), centre_height(view, centre.w, canvas), blocks_height(call)});
  if (steps_height + kAbovePanels + panels > room.h) return false;
  draw_flow(canvas, steps, {room.x, room.y, room.w, steps_height + 1}, two, 0);
  const float top = room.bottom() - panels;
  draw_never(view, {never.x, top, never.w, panels}, canvas);
  draw_centre(view, {centre.x, top, centre.w, panels}, canvas);
  draw_flow(canvas, call, {call_left, top, call_width, panels + 1}, {}, 0);
  return true;
}

template <typename Draw>
Block panel_block(const HelpView& view, float height, Draw draw) {
  return {height + 10, 0, false, [&view, height, draw](Canvas& painter, Rect box) -> std::optional<Action> {
            draw(view, Rect{box.x, box.y, box.w, height}, painter);
            return std::nullopt;
          }};
}

}  // namespace

std::optional<Action> draw_help(const HelpView& view, const kiosk::ChromeView& chrome, Rect room,
                                Canvas& canvas) {
  if (!canvas.theme().portrait() && draw_whole(view, room, canvas)) return std::nullopt;
  const bool two = !canvas.theme().portrait() && canvas.theme().text_scale <= 1;
  const FlowLayout layout{.gap = 8,
                          .reserve = turn_pill_height(canvas) + 14,
                          .columns = two ? 2 : 1,
                          .column_gap = two ? kColumnGap : 0};
  const float width = layout.column_width(room.w);
  std::vector<Block> blocks;
  add_steps(blocks, view, width, canvas);
  blocks.push_back(panel_block(view, never_height(view, width, canvas), draw_never));
  blocks.push_back(panel_block(view, centre_height(view, width, canvas), draw_centre));
  add_call(blocks, view, width, canvas);
  const Shown shown = draw_flow(canvas, blocks, room, layout, chrome.offset);
  return draw_turn_pill(shown, view.more, chrome, room, canvas);
}

}  // namespace conglang::screens
