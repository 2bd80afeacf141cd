#include <algorithm>

#include "kiosk/screens/pages.h"
#include "kiosk/screens/stage.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/widgets/clamped_text.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/flow.h"
#include "kiosk/screens/widgets/keyboard.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::ResultView;
using kiosk::SearchView;
using kiosk::WayOutView;

constexpr float kKeyboardWidth = 960;
constexpr float kLineHeight = 108;
constexpr float kHeading = 74;
constexpr float kGap = 20;
constexpr float kLeastResults = 240;
constexpr std::size_t kTitleLines = 2;

TextStyle title_style(const Canvas& canvas) {
  return canvas.scaled({.em = 44, .weight = Weight::name, .color = canvas.palette().ink, .leading = 1.16F});
}

TextStyle note_style(const Canvas& canvas) {
  return canvas.scaled({.em = type::kMinor, .weight = Weight::text, .color = canvas.palette().ink_soft});
}

// The end of `typed` that fits: where one types is always seen.
std::string_view seen_end(std::string_view typed, float room, const TextStyle& style, const Canvas& canvas) {
  while (!typed.empty() && canvas.width_of(typed, style) > room) {
    typed.remove_prefix(1);
    while (!typed.empty() && (static_cast<unsigned char>(typed.front()) & 0xC0U) == 0x80U)
      typed.remove_prefix(1);
  }
  return typed;
}

void draw_line(const SearchView& view, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  canvas.fill(box, palette.primary, kCardRadius);
  canvas.fill(box.inset(4), palette.surface, kCardRadius - 4);
  canvas.bold("magnifying-glass", box.x + 62, box.middle_y(), 54, palette.primary);
  const float left = box.x + 112;
  const float room = box.w - 150;
  const TextStyle style{.em = type::kHeading, .weight = Weight::control, .color = palette.ink};
  const std::string_view typed = seen_end(view.typed, room - 10, style, canvas);
  if (typed.empty()) {
    const TextStyle hint{.em = type::kBody, .weight = Weight::text, .color = palette.ink_soft};
    canvas.line(view.hint, left + 16, box.middle_y(), room - 16, hint);
  }
  canvas.line(typed, left, box.middle_y(), room, style);
  canvas.fill({left + canvas.width_of(typed, style) + 4, box.middle_y() - 30, 5, 60}, palette.primary);
}

float result_height(const ResultView& result, float width, const Canvas& canvas) {
  const float room = width - 132;
  const float words = clamped_height(canvas, result.title, room, title_style(canvas), kTitleLines);
  return words + note_style(canvas).em * 1.25F + 44 + kLedge;
}

// Of "time · fee" as much as fits, whole.
std::string_view fitting_note(std::string_view note, float room, const TextStyle& style,
                              const Canvas& canvas) {
  constexpr std::string_view kBetween = " · ";
  while (canvas.width_of(note, style) > room) {
    const std::size_t cut = note.rfind(kBetween);
    if (cut == std::string_view::npos) break;
    note = note.substr(0, cut);
  }
  return note;
}

std::optional<Action> draw_result(const ResultView& result, bool ahead, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const Surface card = card_button(canvas, "result " + result.id, {box.x, box.y, box.w, box.h - kLedge},
                                   CardFill::plain, ahead ? palette.primary : 0);
  const float left = card.box.x + 32;
  const float room = card.box.w - 132;
  const TextStyle title = title_style(canvas);
  const float height = clamped_height(canvas, result.title, room, title, kTitleLines);
  draw_clamped(canvas, result.title, result.marked, left, card.box.y + 20, room, title, kTitleLines);
  const TextStyle note = note_style(canvas);
  canvas.line(fitting_note(result.note, room, note, canvas), left, card.box.y + 22 + height + note.em * 0.62F,
              room, note);
  canvas.bold("caret-right", card.box.right() - 52, card.box.middle_y(), 46, palette.primary);
  if (!card.touch.released) return std::nullopt;
  if (result.kind == kiosk::SearchHit::Kind::guide) return kiosk::OpenGuide{result.id};
  return kiosk::OpenProcedure{result.id};
}

Block heading_block(const std::string& text, const Canvas& canvas) {
  return {kHeading * canvas.theme().text_scale, 0, true,
          [&text](Canvas& painter, Rect box) -> std::optional<Action> {
            painter.line(
                text, box.x, box.middle_y(), box.w,
                painter.scaled(
                    {.em = type::kHeading, .weight = Weight::question, .color = painter.palette().ink}));
            return std::nullopt;
          }};
}

TextStyle advice_style(const Canvas& canvas) {
  return canvas.scaled({.em = type::kMinor, .weight = Weight::control, .color = canvas.palette().ink});
}

Block advice_block(const WayOutView& way, float width, const Canvas& canvas) {
  const float words = canvas.paragraph_height(way.label, width - 150, advice_style(canvas));
  return {words + 40, 0, false, [&way](Canvas& painter, Rect box) -> std::optional<Action> {
            painter.fill(box, painter.palette().court, kCardRadius);
            painter.duotone(way.icon, box.x + 66, box.middle_y(), 62);
            painter.paragraph(way.label, box.x + 120, box.y + 20, box.w - 150, advice_style(painter));
            return std::nullopt;
          }};
}

Block topic_block(const WayOutView& way, const Canvas& canvas) {
  return {104 * canvas.theme().text_scale + kLedge, 1, false,
          [&way](Canvas& painter, Rect box) -> std::optional<Action> {
            const Surface card =
                card_button(painter, "topic " + way.topic, {box.x, box.y, box.w, box.h - kLedge});
            painter.duotone(way.icon, card.box.x + 66, card.box.middle_y(), 62);
            painter.line(way.label, card.box.x + 120, card.box.middle_y(), card.box.w - 210,
                         title_style(painter));
            painter.bold("caret-right", card.box.right() - 52, card.box.middle_y(), 46,
                         painter.palette().primary);
            if (card.touch.released) return kiosk::OpenTopic{way.topic};
            return std::nullopt;
          }};
}

std::vector<Block> blocks_of(const SearchView& view, float width, const Canvas& canvas) {
  std::vector<Block> blocks;
  if (!view.heading.empty()) blocks.push_back(heading_block(view.heading, canvas));
  for (std::size_t i = 0; i < view.results.size(); ++i) {
    const ResultView& result = view.results[i];
    const bool ahead = view.first_is_ahead && i == 0;
    blocks.push_back(
        {result_height(result, width, canvas), 1, false,
         [&result, ahead](Canvas& painter, Rect box) { return draw_result(result, ahead, box, painter); }});
    if (ahead) blocks.push_back(heading_block(view.near_title, canvas));
  }
  for (const WayOutView& way : view.ways_out)
    blocks.push_back(way.topic.empty() ? advice_block(way, width, canvas) : topic_block(way, canvas));
  return blocks;
}

std::optional<Action> draw_results(const SearchView& view, const kiosk::ChromeView& chrome, Rect room,
                                   Canvas& canvas) {
  const std::vector<Block> blocks = blocks_of(view, room.w, canvas);
  const FlowLayout layout{.gap = kGap - kLedge, .reserve = turn_pill_height(canvas) + 12};
  const Shown shown = draw_flow(canvas, blocks, room, layout, chrome.offset);
  return draw_turn_pill(shown, view.more, chrome, room, canvas);
}

// Results left, keyboard right: the arm never covers the results.
std::optional<Action> draw_landscape(const SearchView& view, const kiosk::ChromeView& chrome, Rect room,
                                     Canvas& canvas) {
  const Rect line{room.right() - kKeyboardWidth, room.y + 4, kKeyboardWidth, kLineHeight};
  const float top = line.bottom() + 26;
  const float height = keyboard_height(key_height_in(room.bottom() - top));
  const Rect results{room.x, room.y, room.w - kKeyboardWidth - 40, room.h};
  auto action = draw_results(view, chrome, results, canvas);
  draw_line(view, line, canvas);
  if (auto key = draw_keyboard(view.keyboard, {line.x, top, line.w, height}, canvas)) action = key;
  return action;
}

// From top to bottom: what is typed, what was found, the keyboard on the court.
std::optional<Action> draw_portrait(const SearchView& view, const kiosk::ChromeView& chrome, Rect room,
                                    Canvas& canvas) {
  constexpr float kSide = 36;
  constexpr float kPad = 22;
  const Theme& theme = canvas.theme();
  const float end = room.bottom() + 24;
  Rect line{room.x, room.y, room.w, kLineHeight};
  Rect rest{room.x, line.bottom() + 16, room.w, end - line.bottom() - 16};
  if (theme.low) {  // what is typed is only looked at: it leaves the lower half to what is touched
    line.y = stage_of(theme).bottom() - kLineHeight;
    rest = {room.x, room.y, room.w, end - room.y};
  }
  const float most = rest.h - 2 * kPad - (theme.low ? 200 : kLeastResults);
  const float height = keyboard_height(key_height_in(most));
  const float top = end - height - 2 * kPad;
  auto action = draw_results(view, chrome, {rest.x, rest.y, rest.w, top - rest.y - 14}, canvas);
  canvas.fill({0, top, theme.width, end - top}, canvas.palette().court);
  canvas.fill({0, top, theme.width, 2}, canvas.palette().line);
  draw_line(view, line, canvas);
  const Rect keys{kSide, top + kPad, theme.width - 2 * kSide, height};
  if (auto key = draw_keyboard(view.keyboard, keys, canvas)) action = key;
  return action;
}

}  // namespace

std::optional<Action> draw_search(const SearchView& view, const kiosk::ChromeView& chrome, Rect room,
                                  Canvas& canvas) {
  return canvas.theme().portrait() ? draw_portrait(view, chrome, room, canvas)
                                   : draw_landscape(view, chrome, room, canvas);
}

}  // namespace conglang::screens
