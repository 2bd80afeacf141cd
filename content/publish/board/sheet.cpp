#include "content/publish/board/sheet.h"

#include <algorithm>

#include "content/publish/board/code_size.h"

namespace conglang::board {

void place_code(Sheet& sheet, const ChosenGuide& one, const Box& box, int page) {
  const double module = module_mm(one.code.size, std::min(box.width, box.height));
  const double side = one.code.size * module;
  const double x = on_grid(box.x + (box.width - side) / 2);
  const double y = on_grid(box.y + (box.height - side) / 2);
  sheet.canvas.draw_code(one.code, x, y, module);
  sheet.canvas.link({x, y, side, side}, one.link.url);
  sheet.board.codes.push_back({one.guide->id,
                               one.link.url,
                               one.link.host,
                               page,
                               {x, y, side, side},
                               one.code.version,
                               one.code.level,
                               module,
                               reading_distance_m(module)});
}

std::string place_line(const Sheet& sheet) {
  if (sheet.place == nullptr) return {};
  std::string line = sheet.text(sheet.place->name);
  if (const std::string commune = sheet.text(sheet.place->commune); !commune.empty()) line += " · " + commune;
  if (sheet.place->sample) line += fmt::format(" ({})", sheet.words.sample);
  return line;
}

Paragraph fit(const Canvas& canvas, std::string_view text, Style style, double least, double width_mm,
              int lines) {
  for (;;) {
    Paragraph paragraph = canvas.shape_evenly(text, style, width_mm);
    if (paragraph.lines() <= lines || style.pt <= least) return paragraph;
    style.pt = std::max(least, style.pt * 0.94);
  }
}

}  // namespace conglang::board
