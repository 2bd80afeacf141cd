#include "kiosk/screens/widgets/clamped_text.h"

#include <algorithm>

namespace conglang::screens {
namespace {

// What of `line`, followed by "…", fits: whole words.
std::string_view fitting_words(const Canvas& canvas, std::string_view line, float room,
                               const TextStyle& style) {
  while (canvas.width_of(std::string(line) + "…", style) > room) {
    const std::size_t space = line.rfind(' ');
    if (space == std::string_view::npos) break;
    line = line.substr(0, space);
  }
  return line;
}

// The ground behind the marked parts of `line`, a view into `text`.
void draw_marks(Canvas& canvas, std::string_view text, std::string_view line,
                std::span<const kiosk::TextPart> marked, float x, float top, const TextStyle& style) {
  const auto start = static_cast<std::size_t>(line.data() - text.data());
  for (const kiosk::TextPart& part : marked) {
    const std::size_t from = std::clamp<std::size_t>(part.begin, start, start + line.size()) - start;
    const std::size_t to =
        std::clamp<std::size_t>(part.begin + part.length, start, start + line.size()) - start;
    if (from == to) continue;
    const float left = canvas.width_of(line.substr(0, from), style);
    const float width = canvas.width_of(line.substr(from, to - from), style);
    const float step = style.em * style.leading;
    canvas.fill({x + left - 3, top + 1, width + 6, step - 2}, canvas.palette().match_highlight, 8);
  }
}

}  // namespace

float clamped_height(const Canvas& canvas, std::string_view text, float room, const TextStyle& style,
                     std::size_t most_lines) {
  const std::size_t lines = std::min(most_lines, canvas.wrap(text, style, room).size());
  return static_cast<float>(lines) * style.em * style.leading;
}

void draw_clamped(Canvas& canvas, std::string_view text, std::span<const kiosk::TextPart> marked, float x,
                  float top, float room, const TextStyle& style, std::size_t most_lines) {
  const std::vector<std::string_view> lines = canvas.wrap(text, style, room);
  const float step = style.em * style.leading;
  for (std::size_t i = 0; i < std::min(most_lines, lines.size()); ++i) {
    const bool cut = i + 1 == most_lines && lines.size() > most_lines;
    const std::string_view line = cut ? fitting_words(canvas, lines[i], room, style) : lines[i];
    draw_marks(canvas, text, line, marked, x, top, style);
    const std::string shown = cut ? std::string(line) + "…" : std::string(line);
    canvas.line(shown, x, top + step / 2, room, style);
    top += step;
  }
}

}  // namespace conglang::screens
