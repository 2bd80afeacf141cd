// Stickers: a sheet of small codes to be cut apart, each with its own name, site and day.

#include <algorithm>

#include "content/publish/board/code_size.h"
#include "content/publish/board/house.h"
#include "content/publish/board/sheet.h"

namespace conglang::board {
namespace {

constexpr Size kLeast{60, 67};  // a sticker; what is left of the sheet is shared out
constexpr double kPad = 2.5;
constexpr double kTitlePt = 12;
constexpr double kLeastTitlePt = 9;
constexpr double kMinorPt = 9;

struct Grid {
  int columns = 1;
  int rows = 1;
  Size cell;

  int a_sheet() const { return columns * rows; }
};

Grid grid_of(Size paper) {
  const Size inner{paper.width - 2 * kMarginMm, paper.height - 2 * kMarginMm};
  Grid grid{static_cast<int>(inner.width / kLeast.width), static_cast<int>(inner.height / kLeast.height), {}};
  grid.cell = {inner.width / grid.columns, inner.height / grid.rows};
  return grid;
}

// Where the knife goes: lines between the stickers, and around them.
void draw_cuts(Canvas& canvas, const Grid& grid) {
  const double right = canvas.paper().width - kMarginMm;
  const double bottom = canvas.paper().height - kMarginMm;
  for (int i = 0; i <= grid.columns; ++i) {
    const double x = kMarginMm + i * grid.cell.width;
    canvas.dashed_line(x, kMarginMm, x, bottom, kEdge, 0.2);
  }
  for (int i = 0; i <= grid.rows; ++i) {
    const double y = kMarginMm + i * grid.cell.height;
    canvas.dashed_line(kMarginMm, y, right, y, kEdge, 0.2);
  }
}

class Stickers {
 public:
  explicit Stickers(Sheet& sheet)
      : sheet_(sheet), canvas_(sheet.canvas), grid_(grid_of(sheet.canvas.paper())) {}

  Result<void> draw() {
    const int guides = static_cast<int>(sheet_.guides.size());
    const int copies = sheet_.request.copies;
    const int sheets = ((copies > 0 ? guides * copies : guides) + grid_.a_sheet() - 1) / grid_.a_sheet();
    const int count = copies > 0 ? guides * copies : sheets * grid_.a_sheet();
    for (int i = 0; i < count; ++i) {
      const int at = i % grid_.a_sheet();
      if (at == 0 && i > 0) canvas_.next_page();
      if (at == 0) draw_cuts(canvas_, grid_);
      // Copies of one guide lie together, so that one cut parts them from the next guide's.
      const int which = copies > 0 ? i / copies : static_cast<int>(static_cast<long>(i) * guides / count);
      TRY_VOID(draw_sticker(sheet_.guides[static_cast<std::size_t>(which)], at, i / grid_.a_sheet() + 1));
    }
    sheet_.board.pages = sheets;
    sheet_.board.title_capital_mm = canvas_.capital_mm(kTitlePt);
    return {};
  }

 private:
  Result<void> draw_sticker(const ChosenGuide& one, int at, int page) {
    const Box cell{kMarginMm + (at % grid_.columns) * grid_.cell.width,
                   kMarginMm + (at / grid_.columns) * grid_.cell.height, grid_.cell.width, grid_.cell.height};
    const double width = cell.width - 2 * kPad;
    const double x = cell.x + kPad;
    const guide::Text& name = one.guide->short_title.empty() ? one.guide->title : one.guide->short_title;
    const Paragraph title =
        fit(canvas_, sheet_.text(name), {kTitlePt, 800, kInk, Align::center}, kLeastTitlePt, width, 2);
    if (title.lines() > 3) {
      return fail(Errc::invalid, "tên bài \"{}\" dài quá cho một nhãn; đặt \"shortTitle\" ngắn hơn",
                  one.guide->id);
    }
    const Paragraph host =
        fit(canvas_, one.link.host, {kTitlePt, 800, kDoor, Align::center}, kMinorPt, width, 1);
    const Paragraph secrets =
        canvas_.shape(sheet_.words.secrets_short, {kMinorPt, 600, kInk, Align::center}, width);
    const std::string day = filled(sheet_.words.updated, day_text(sheet_.updated_on));
    const Paragraph updated = canvas_.shape(day, {kMinorPt, 500, kInkSoft, Align::center}, width);
    const double below = host.height() + secrets.height() + updated.height();
    const double room = cell.height - 2 * kPad - title.height() - below;
    canvas_.draw(title, x, cell.y + kPad);
    place_code(sheet_, one,
               {x + (width - std::min(room, width)) / 2, cell.y + kPad + title.height(),
                std::min(room, width), room},
               page);
    double y = cell.bottom() - kPad - below;
    canvas_.draw(host, x, y);
    canvas_.draw(secrets, x, y += host.height());
    canvas_.draw(updated, x, y + secrets.height());
    return {};
  }

  Sheet& sheet_;
  Canvas& canvas_;
  Grid grid_;
};

}  // namespace

Result<void> draw_stickers(Sheet& sheet) {
  return Stickers(sheet).draw();
}

}  // namespace conglang::board
