#include "kiosk/screens/papers.h"

#include <algorithm>

#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {
namespace {

using kiosk::Action;
using kiosk::PaperView;
using kiosk::RarePapersView;

constexpr float kTextLeft = 124;
constexpr float kLeastRow = 120;

struct Styles {
  TextStyle name;
  TextStyle note;
};

Styles styles(const Canvas& canvas) {
  return {canvas.scaled(
              {.em = type::kLabel, .weight = Weight::name, .color = canvas.palette().ink, .leading = 1.18F}),
          canvas.scaled({.em = type::kMinor,
                         .weight = Weight::text,
                         .color = canvas.palette().ink_soft,
                         .leading = 1.18F})};
}

// In wide rows the handling is a chip at the right, else a line of its own.
bool has_chip_column(const PaperView& paper, float width, const Canvas& canvas) {
  return width >= 1000 && canvas.theme().text_scale <= 1 && chip_width(canvas, paper.handling) < 460;
}

float text_room(const PaperView& paper, float width, const Canvas& canvas) {
  const float right = has_chip_column(paper, width, canvas) ? chip_width(canvas, paper.handling) + 48 : 28;
  return width - kTextLeft - right;
}

float handling_line(const Canvas& canvas) {
  return 50 * canvas.theme().text_scale;
}

float text_height(const PaperView& paper, float width, const Canvas& canvas) {
  const Styles style = styles(canvas);
  const float room = text_room(paper, width, canvas);
  const float own_line = has_chip_column(paper, width, canvas) ? 0 : handling_line(canvas);
  return canvas.paragraph_height(paper.name, room, style.name) +
         canvas.paragraph_height(paper.note, room, style.note) + own_line;
}

TextStyle rare_style(const Canvas& canvas) {
  return canvas.scaled(
      {.em = type::kLabel, .weight = Weight::control, .color = canvas.palette().ink, .leading = 1.2F});
}

float rare_room(const RarePapersView& rare, float width, const Canvas& canvas) {
  return width - 96 - 40 - canvas.width_of(rare.count, styles(canvas).note) - 24;
}

}  // namespace

void draw_papers_heading(const kiosk::GuideView& view, Rect box, Canvas& canvas) {
  const TextStyle style =
      canvas.scaled({.em = type::kHeading, .weight = Weight::question, .color = canvas.palette().ink});
  float room = box.w;
  if (!view.ticked.empty()) {
    const bool narrow = canvas.theme().portrait() || canvas.theme().text_scale > 1;
    const kiosk::ChipView chip{kiosk::Tone::good, "", narrow ? view.ticked_short : view.ticked};
    room -= draw_chip(canvas, chip, box.right(), box.middle_y(), box.w / 2, Align::right) + 24;
  }
  canvas.line(view.papers_title, box.x, box.middle_y(), room, style);
}

float paper_height(const PaperView& paper, float width, const Canvas& canvas) {
  return std::max(kLeastRow, text_height(paper, width, canvas) + 24) + 6;
}

std::optional<Action> draw_paper(const PaperView& paper, Rect box, Canvas& canvas) {
  const Surface card = card_button(canvas, "paper " + paper.id, {box.x, box.y, box.w, box.h - 6},
                                   paper.ticked ? CardFill::checked : CardFill::plain);
  const Rect face = card.box;
  draw_checkbox(canvas, face.x + 64, face.middle_y(), 68, paper.ticked);
  const Styles style = styles(canvas);
  const float left = face.x + kTextLeft;
  const float room = text_room(paper, face.w, canvas);
  float y = face.middle_y() - text_height(paper, face.w, canvas) / 2;
  y += canvas.paragraph(paper.name, left, y, room, style.name);
  y += canvas.paragraph(paper.note, left, y, room, style.note);
  if (has_chip_column(paper, face.w, canvas)) {
    const bool plain = !paper.ticked || paper.handling.tone == kiosk::Tone::warning;
    draw_chip(canvas, paper.handling, face.right() - 24, face.middle_y(), 460, Align::right,
              plain ? 0 : canvas.palette().surface);
  } else {
    TextStyle handling = style.name;
    handling.em = type::kMinor * canvas.theme().text_scale;
    handling.color =
        paper.handling.tone == kiosk::Tone::warning ? canvas.palette().warn_ink : canvas.palette().primary;
    if (canvas.theme().kind == kiosk::Theme::contrast) handling.color = canvas.palette().primary;
    canvas.line(paper.handling.text, left, y + handling_line(canvas) / 2, room, handling);
  }
  if (card.touch.released) return kiosk::TogglePaper{paper.id};
  return std::nullopt;
}

float rare_height(const RarePapersView& rare, float width, const Canvas& canvas) {
  return std::max(
      88.0F, canvas.paragraph_height(rare.question, rare_room(rare, width, canvas), rare_style(canvas)) + 32);
}

std::optional<Action> draw_rare(const RarePapersView& rare, Rect box, Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const Touch touch = canvas.target("rare " + rare.id, box);
  if (touch.down) canvas.fill(box, palette.pressed_tile, kCardRadius);
  canvas.dashed_outline(box, palette.edge, kCardRadius);
  canvas.bold(rare.unfolded ? "caret-down" : "plus", box.x + 52, box.middle_y(), 40, palette.primary);
  const float room = rare_room(rare, box.w, canvas);
  const TextStyle style = rare_style(canvas);
  canvas.paragraph(rare.question, box.x + 96,
                   box.middle_y() - canvas.paragraph_height(rare.question, room, style) / 2, room, style);
  TextStyle count = styles(canvas).note;
  canvas.line(rare.count, box.right() - 30, box.middle_y(), 400, count, Align::right);
  if (touch.released) return kiosk::ToggleRare{rare.id};
  return std::nullopt;
}

}  // namespace conglang::screens
