#include "kiosk/screens/pages.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::ProcedureFactView;

constexpr float kButton = 120;
constexpr float kTextLeft = 104;
constexpr float kPad = 28;

// As high as the letters of a line reach: each line is a block of its own.
TextStyle name_style(const Canvas& canvas) {
  return canvas.scaled({.em = 44, .weight = Weight::name, .color = canvas.palette().ink, .leading = 1.42F});
}

TextStyle label_style(const Canvas& canvas) {
  return canvas.scaled({.em = type::kMinor, .weight = Weight::text, .color = canvas.palette().ink_soft});
}

TextStyle text_style(const Canvas& canvas) {
  return canvas.scaled(
      {.em = type::kBody, .weight = Weight::control, .color = canvas.palette().ink, .leading = 1.25F});
}

// A name may be longer than the screen is high: each of its lines is a block, so that it rests on a line.
void add_name(std::vector<Block>& blocks, const std::string& name, float width, const Canvas& canvas) {
  const TextStyle style = name_style(canvas);
  for (const std::string_view line : canvas.wrap(name, style, width)) {
    blocks.push_back(
        {style.em * style.leading, 0, false, [line](Canvas& painter, Rect box) -> std::optional<Action> {
           painter.line(line, box.x, box.middle_y(), box.w, name_style(painter));
           return std::nullopt;
         }});
  }
}

float fact_height(const ProcedureFactView& fact, float width, const Canvas& canvas) {
  const float room = width - kTextLeft;
  return canvas.paragraph_height(fact.label, room, label_style(canvas)) +
         canvas.paragraph_height(fact.text, room, text_style(canvas)) + kPad;
}

std::optional<Action> draw_fact(const ProcedureFactView& fact, Rect box, Canvas& canvas) {
  const float room = box.w - kTextLeft;
  canvas.duotone(fact.icon, box.x + 40, box.middle_y(), 68);
  float y = box.y + kPad / 2;
  y += canvas.paragraph(fact.label, box.x + kTextLeft, y, room, label_style(canvas));
  canvas.paragraph(fact.text, box.x + kTextLeft, y, room, text_style(canvas));
  return std::nullopt;
}

}  // namespace

std::optional<Action> draw_procedure(const kiosk::ProcedureView& view, const kiosk::ChromeView& chrome,
                                     Rect room, Canvas& canvas) {
  const Rect sheet{room.x, room.y, room.w, room.h - kButton - 24};
  panel(canvas, sheet);
  const Rect inner{sheet.x + 36, sheet.y + 24, sheet.w - 72, sheet.h - 48};
  std::vector<Block> blocks;
  add_name(blocks, view.name, inner.w, canvas);
  for (const ProcedureFactView& fact : view.facts) {
    blocks.push_back({fact_height(fact, inner.w, canvas), 1, false,
                      [&fact](Canvas& painter, Rect box) { return draw_fact(fact, box, painter); }});
  }
  blocks.push_back({notice_height(canvas, view.remark, inner.w) + 20, 1, false,
                    [&view](Canvas& painter, Rect box) -> std::optional<Action> {
                      draw_notice(painter, view.remark, {box.x, box.y + 20, box.w, box.h});
                      return std::nullopt;
                    }});
  const FlowLayout layout{.reserve = turn_pill_height(canvas) + 10};
  const Shown shown = draw_flow(canvas, blocks, inner, layout, chrome.offset);
  std::optional<Action> action = shown.action;
  if (auto turn = draw_turn_pill(shown, chrome.turn_page, chrome, inner, canvas)) action = turn;
  const Rect button{room.x, room.bottom() - kButton, room.w, kButton - kLedge};
  if (primary_button(canvas, "code", button, "qr-code", view.code_button)) action = kiosk::OpenCode{};
  return action;
}

}  // namespace conglang::screens
