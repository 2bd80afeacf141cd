#pragma once
// What the three kinds of board share: what goes in, and what is noted while drawing.

#include <vector>

#include "content/publish/board/canvas.h"
#include "content/publish/board/chosen_guides.h"
#include "content/publish/board/words.h"

namespace conglang::board {

struct Sheet {
  Canvas& canvas;
  const guide::Content& content;
  const BoardRequest& request;
  const guide::Place* place = nullptr;  ///< may be null
  const std::vector<ChosenGuide>& guides;
  const Words& words;
  Date updated_on{};
  double scale = 1;
  Board& board;  ///< pages, codes, title and remarks are filled in

  std::string text(const guide::Text& in) const { return std::string(in.in(request.language)); }
};

/// Draws the code of `one` in the square `box`, quiet zone included and centred, and notes it for `page`.
void place_code(Sheet& sheet, const ChosenGuide& one, const Box& box, int page);

/// "Nhà văn hóa thôn Thượng Tháp · Xã Đan Phượng, Hà Nội (dữ liệu mẫu)"; empty without a place.
std::string place_line(const Sheet& sheet);

/// The largest of sizes `most` down to `least` points at which `text` takes at most `lines` lines of
/// `width_mm`; at `least` if it takes more.
Paragraph fit(const Canvas& canvas, std::string_view text, Style style, double least, double width_mm,
              int lines);

Result<void> draw_wall_board(Sheet& sheet);
/// `type`: to lay out once without printing, which tells how many pages a leaflet takes.
Result<void> draw_leaflets(Sheet& sheet, const Typeface& type);
Result<void> draw_stickers(Sheet& sheet);

}  // namespace conglang::board
