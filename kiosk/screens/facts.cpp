#include "kiosk/screens/facts.h"

#include <algorithm>

#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {
namespace {

using kiosk::FactView;

constexpr float kIconColumn = 104;
constexpr float kPadding = 18;      // in a grid, which takes the height it needs
constexpr float kLeastPadding = 8;  // in a column, whose height is given

struct Styles {
  TextStyle label;
  TextStyle answer;
  TextStyle note;
};

Styles styles(const Canvas& canvas) {
  const Palette& palette = canvas.palette();
  return {
      canvas.scaled({.em = type::kMinor, .weight = Weight::text, .color = palette.ink_soft, .leading = 1.2F}),
      canvas.scaled({.em = type::kBody, .weight = Weight::name, .color = palette.ink, .leading = 1.2F}),
      canvas.scaled(
          {.em = type::kMinor, .weight = Weight::text, .color = palette.ink_soft, .leading = 1.2F})};
}

float answer_height(const FactView& fact, float room, const Canvas& canvas) {
  if (fact.doubtful) return kChipHeight * canvas.theme().text_scale + 6;
  return canvas.paragraph_height(fact.answer, room, styles(canvas).answer);
}

float fact_height(const FactView& fact, float room, bool with_note, const Canvas& canvas) {
  const Styles style = styles(canvas);
  return style.label.em * style.label.leading + answer_height(fact, room, canvas) +
         (with_note ? canvas.paragraph_height(fact.note, room, style.note) : 0);
}

// Label, answer and note in `box`, centred on its height.
void draw_fact(const FactView& fact, Rect box, bool with_note, Canvas& canvas) {
  const Styles style = styles(canvas);
  const float left = box.x + kIconColumn;
  const float room = box.w - kIconColumn - 14;
  canvas.duotone(fact.icon, box.x + kIconColumn / 2 + 2, box.middle_y(), 62);
  float y = box.middle_y() - fact_height(fact, room, with_note, canvas) / 2;
  const float label = style.label.em * style.label.leading;
  canvas.line(fact.label, left, y + label / 2, room, style.label);
  y += label;
  if (fact.doubtful) {
    const kiosk::ChipView chip{kiosk::Tone::warning, "warning", fact.answer};
    draw_chip(canvas, chip, left, y + answer_height(fact, room, canvas) / 2, room);
  } else {
    canvas.paragraph(fact.answer, left, y, room, style.answer);
  }
  y += answer_height(fact, room, canvas);
  if (with_note) canvas.paragraph(fact.note, left, y, room, style.note);
}

}  // namespace

void draw_fact_column(const std::vector<FactView>& facts, Rect box, Canvas& canvas) {
  panel(canvas, box);
  if (facts.empty()) return;
  const float room = box.w - kIconColumn - 14;
  std::vector<bool> with_note(facts.size(), true);
  const auto total = [&] {
    float height = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      height += fact_height(facts[i], room, with_note[i], canvas) + 2 * kLeastPadding;
    }
    return height;
  };
  // Where and what you get lose their notes before how long and how much: "Miễn phí" without its condition
  // would be half the truth. All notes stand in full on the page of steps.
  for (std::size_t i = facts.size(); i > 0 && total() > box.h; --i) with_note[i - 1] = false;
  const float spare = std::max(0.0F, box.h - total()) / static_cast<float>(facts.size());
  float y = box.y;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const float height = fact_height(facts[i], room, with_note[i], canvas) + 2 * kLeastPadding + spare;
    if (i > 0) canvas.fill({box.x + 2, y, box.w - 4, 2}, canvas.palette().line);
    draw_fact(facts[i], {box.x, y, box.w, height}, with_note[i], canvas);
    y += height;
  }
}

namespace {

float grid_columns(const std::vector<FactView>& facts) {
  return facts.size() == 1 ? 1.0F : 2.0F;
}

}  // namespace

float fact_grid_height(const std::vector<FactView>& facts, float width, const Canvas& canvas) {
  const float room = width / grid_columns(facts) - kIconColumn - 14;
  float height = 0;
  for (std::size_t i = 0; i < facts.size(); i += 2) {
    float row = fact_height(facts[i], room, true, canvas);
    if (i + 1 < facts.size()) row = std::max(row, fact_height(facts[i + 1], room, true, canvas));
    height += row + 2 * kPadding;
  }
  return height;
}

void draw_fact_grid(const std::vector<FactView>& facts, Rect box, Canvas& canvas) {
  panel(canvas, box);
  const float width = box.w / grid_columns(facts);
  const float room = width - kIconColumn - 14;
  float y = box.y;
  for (std::size_t i = 0; i < facts.size(); i += 2) {
    float height = fact_height(facts[i], room, true, canvas);
    if (i + 1 < facts.size()) height = std::max(height, fact_height(facts[i + 1], room, true, canvas));
    height += 2 * kPadding;
    if (i > 0) canvas.fill({box.x + 2, y, box.w - 4, 2}, canvas.palette().line);
    draw_fact(facts[i], {box.x, y, width, height}, true, canvas);
    if (i + 1 < facts.size()) {
      canvas.fill({box.middle_x(), y, 2, height}, canvas.palette().line);
      draw_fact(facts[i + 1], {box.middle_x(), y, width, height}, true, canvas);
    }
    y += height;
  }
}

}  // namespace conglang::screens
