#include "kiosk/screens/text_blocks.h"

#include <algorithm>

#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {
namespace {

constexpr std::size_t kLinesABlock = 3;
constexpr float kChipGap = 14;

float chip_line(const Canvas& canvas) {
  return (kChipHeight + kChipGap) * canvas.theme().text_scale;
}

// The part of `text` from the first of `lines` to the last; they follow each other in it.
std::string_view joined(std::string_view text, std::string_view first, std::string_view last) {
  const auto from = static_cast<std::size_t>(first.data() - text.data());
  const auto to = static_cast<std::size_t>(last.data() - text.data()) + last.size();
  return text.substr(from, to - from);
}

// Calls `put(chip, x, y of its middle, width)` for each. Returns the height of all lines.
template <typename Put>
float for_each_chip(std::span<const kiosk::ChipView> chips, Rect room, const Canvas& canvas, Put put) {
  float x = room.x;
  float y = room.y;
  for (const kiosk::ChipView& chip : chips) {
    const float width = std::min(room.w, chip_width(canvas, chip));
    if (x > room.x && x + width > room.right()) {
      x = room.x;
      y += chip_line(canvas);
    }
    put(chip, x, y + chip_line(canvas) / 2, width);
    x += width + kChipGap;
  }
  return chips.empty() ? 0 : y + chip_line(canvas) - room.y;
}

}  // namespace

void add_text(std::vector<Block>& blocks, std::string_view text, const TextStyle& style, float width,
              float after, const Canvas& canvas) {
  const auto lines = canvas.wrap(text, style, width);
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t end = std::min(first + kLinesABlock, lines.size());
    if (end + 1 == lines.size()) ++end;  // no line stands alone
    const std::string_view part = joined(text, lines[first], lines[end - 1]);
    const float space = end == lines.size() ? after : 0;
    blocks.push_back({static_cast<float>(end - first) * style.em * style.leading + space, 0, false,
                      [part, style, width](Canvas& painter, Rect box) -> std::optional<kiosk::Action> {
                        painter.paragraph(part, box.x, box.y, width, style);
                        return std::nullopt;
                      }});
    first = end;
  }
}

void add_paragraph(std::vector<Block>& blocks, std::string_view text, const TextStyle& style, float width,
                   int counted, const Canvas& canvas) {
  if (text.empty()) return;
  blocks.push_back({canvas.paragraph_height(text, width, style), counted, counted == 0,
                    [text, style](Canvas& painter, Rect box) -> std::optional<kiosk::Action> {
                      painter.paragraph(text, box.x, box.y, box.w, style);
                      return std::nullopt;
                    }});
}

void add_mark(std::vector<Block>& blocks, const std::optional<kiosk::ChipView>& mark, const Canvas& canvas) {
  if (!mark) return;
  blocks.push_back({kChipHeight * canvas.theme().text_scale, 0, true,
                    [&mark](Canvas& painter, Rect box) -> std::optional<kiosk::Action> {
                      draw_chip(painter, *mark, box.x, box.middle_y(), box.w);
                      return std::nullopt;
                    }});
}

float chip_lines_height(std::span<const kiosk::ChipView> chips, float width, const Canvas& canvas) {
  return for_each_chip(chips, {0, 0, width, 0}, canvas, [](const auto&, float, float, float) {});
}

void draw_chip_lines(std::span<const kiosk::ChipView> chips, Rect room, Canvas& canvas) {
  for_each_chip(chips, room, canvas, [&](const kiosk::ChipView& chip, float x, float y, float width) {
    draw_chip(canvas, chip, x, y, width);
  });
}

void add_chips(std::vector<Block>& blocks, std::span<const kiosk::ChipView> chips, float width, float after,
               const Canvas& canvas) {
  if (chips.empty()) return;
  blocks.push_back({chip_lines_height(chips, width, canvas) + after, 0, false,
                    [chips](Canvas& painter, Rect box) -> std::optional<kiosk::Action> {
                      draw_chip_lines(chips, box, painter);
                      return std::nullopt;
                    }});
}

}  // namespace conglang::screens
