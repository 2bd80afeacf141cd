// The board on the wall: a title to be read from two metres, codes to be taken from about one.

#include <algorithm>
#include <array>
#include <cmath>

#include "content/publish/board/code_size.h"
#include "content/publish/board/house.h"
#include "content/publish/board/sheet.h"

namespace conglang::board {
namespace {

// Capitals of 15 mm on A3: 0.43 degrees at 2 m, five times the 5 minutes of arc that good eyes need.
constexpr double kTitleCapitalMm = 15.0;

// Lengths in mm and sizes in points on A3; Sheet::scale takes them to the paper.
constexpr double kStepPt = 20;
constexpr double kGutter = 6;
constexpr double kPad = 4;
constexpr double kLeastCellTitlePt = 15;

struct Cells {
  int columns = 1;
  int rows = 1;
  Size cell;
  bool beside = false;  // the text at the code's right, not above and below it
  double text_width = 0;
  double title_pt = 0;
  double title_height = 0;
  double host_pt = 0;
  double host_height = 0;
  double code_box = 0;     // the side of the square for each code, quiet zone included
  double code_height = 0;  // of the tallest code
  double module = 0;       // the smallest
};

class WallBoard {
 public:
  explicit WallBoard(Sheet& sheet)
      : sheet_(sheet), canvas_(sheet.canvas), k_(sheet.scale), paper_(sheet.canvas.paper()) {}

  Result<void> draw() {
    const double header = draw_header();
    const double top = lying() ? header + kGutter * k_ : draw_step_row(header);
    const double bottom = draw_footer();
    const Box area{kMarginMm, top, paper_.width - 2 * kMarginMm, bottom - top};
    TRY(const Cells cells, arrange(area));
    for (std::size_t i = 0; i < sheet_.guides.size(); ++i) {
      draw_cell(sheet_.guides[i], cells, cell_box(area, cells, static_cast<int>(i)));
    }
    note_distance(cells);
    sheet_.board.pages = 1;
    return {};
  }

 private:
  std::string title() const {
    return sheet_.request.title.empty() ? std::string(sheet_.words.wall_title) : sheet_.request.title;
  }

  // Returns where it ends.
  double draw_header() {
    const double mark = 27 * k_;
    const double eave = 11 * k_;
    const double left = kMarginMm + mark + 6 * k_;
    const double width = paper_.width - kMarginMm - left - (lying() ? step_column_width() + 8 * k_ : 0);
    const double most = kTitleCapitalMm * k_ / canvas_.capital_mm(1);
    Paragraph name = fit(canvas_, title(), {most, 800, kInk, Align::left}, most * 0.8, width, 1);
    if (name.lines() > 1) name = fit(canvas_, title(), {most, 800, kInk, Align::left}, most * 0.5, width, 2);
    const std::string house = place_line(sheet_);
    const Paragraph where = fit(canvas_, house, {22 * k_, 600, kInk, Align::left}, 16 * k_, width, 1);
    const double text = name.height() + (house.empty() ? 0 : where.height());
    const double height = eave + std::max(text, mark) + 6 * k_;
    draw_wall(canvas_, height);
    draw_eave(canvas_, k_);
    const double middle = eave + (height - eave) / 2;
    draw_mark(canvas_, kMarginMm, middle - mark / 2, mark);
    if (lying()) draw_step_column(eave, height - 2 * k_);
    canvas_.draw(name, left, middle - text / 2);
    if (!house.empty()) canvas_.draw(where, left, middle - text / 2 + name.height());
    // The title may have been made smaller to fit: what is told is what is printed.
    const double line = name.line_height(0);
    const double em = canvas_.shape("M", {most, 800, kInk, Align::left}, width).line_height(0);
    sheet_.board.title_capital_mm = kTitleCapitalMm * k_ * line / em;
    return height;
  }

  bool lying() const { return paper_.width > paper_.height; }

  std::array<std::string_view, 3> steps() const {
    const Words& words = sheet_.words;
    return {words.step_open, sheet_.guides.size() == 1 ? words.step_hold_one : words.step_hold,
            words.step_tap};
  }

  double step_radius() const { return 5.5 * k_; }
  double beside_number() const { return 2 * step_radius() + 3 * k_; }

  std::vector<Paragraph> shape_steps(double pt) const {
    std::vector<Paragraph> texts;
    for (const std::string_view step : steps()) {
      texts.push_back(canvas_.shape(step, {pt, 700, kInk, Align::left}, paper_.width));
    }
    return texts;
  }

  void draw_step(int number, const Paragraph& text, double x, double middle) {
    draw_step_number(canvas_, number, x + step_radius(), middle, step_radius());
    canvas_.draw(text, x + beside_number(), middle - text.height() / 2);
  }

  double step_column_width() const {
    double widest = 0;
    for (const Paragraph& text : shape_steps(kStepPt * k_)) widest = std::max(widest, text.widest_line());
    return widest + beside_number();
  }

  // A lying board has room for them in its header, one below the other, and none to spare under it.
  void draw_step_column(double top, double bottom) {
    const double x = paper_.width - kMarginMm - step_column_width();
    const double pitch = (bottom - top) / 3;
    const std::vector<Paragraph> texts = shape_steps(kStepPt * k_);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      draw_step(static_cast<int>(i) + 1, texts[i], x, top + (static_cast<double>(i) + 0.5) * pitch);
    }
  }

  // On an upright board they stand in a row under the header. Returns where they end.
  double draw_step_row(double y) {
    std::vector<Paragraph> texts;
    double gap = 0;
    for (double pt = kStepPt * k_; gap < 8 * k_ && pt > 9; pt *= 0.96) {
      texts = shape_steps(pt);
      double total = 0;
      for (const Paragraph& text : texts) total += text.widest_line() + beside_number();
      gap = (paper_.width - 2 * kMarginMm - total) / 2;
    }
    double x = kMarginMm;
    const double middle = y + 6.5 * k_ + step_radius();
    for (std::size_t i = 0; i < texts.size(); ++i) {
      draw_step(static_cast<int>(i) + 1, texts[i], x, middle);
      x += texts[i].widest_line() + beside_number() + gap;
    }
    return middle + step_radius() + 6.5 * k_;
  }

  std::string host_check() const {
    const std::vector<std::string> hosts = hosts_of(sheet_.guides);
    if (hosts.size() > 2) return std::string(sheet_.words.check_hosts);
    std::string names;
    for (const std::string& host : hosts) names += (names.empty() ? "" : ", ") + host;
    return filled(sheet_.words.check_host, names);
  }

  // Returns where it begins.
  double draw_footer() {
    const double icon = 13 * k_;
    const double width = paper_.width - 2 * kMarginMm;
    const double inner = width - icon - 14 * k_;
    const Paragraph strong =
        canvas_.shape(sheet_.words.secrets, {22 * k_, 800, kWarnInk, Align::left}, inner);
    const Paragraph also = fit(canvas_, fmt::format("{}. {}", host_check(), sheet_.words.pasted_over),
                               {17 * k_, 600, kWarnInk, Align::left}, 14 * k_, inner, 1);
    const std::string number = filled(sheet_.words.board_number, sheet_.request.number);
    const Paragraph board = canvas_.shape(number, {17 * k_, 800, kInk, Align::left}, width);
    const std::string updated = filled(sheet_.words.updated, day_text(sheet_.updated_on));
    const Paragraph date = canvas_.shape(updated, {17 * k_, 600, kInk, Align::right}, width);
    const double date_y = paper_.height - kMarginMm - date.height();
    const double height = strong.height() + also.height() + 6 * k_;
    const Box box{kMarginMm, date_y - 2 * k_ - height, width, height};
    canvas_.fill(box, kWarnGround, 3 * k_);
    canvas_.stroke(box, kWarnInk, 0.5 * k_, 3 * k_);
    draw_warning(canvas_, box.x + 5 * k_, box.y + (height - icon) / 2, icon);
    canvas_.draw(strong, box.x + icon + 10 * k_, box.y + 3 * k_);
    canvas_.draw(also, box.x + icon + 10 * k_, box.y + 3 * k_ + strong.height());
    canvas_.draw(board, kMarginMm, date_y);
    canvas_.draw(date, kMarginMm, date_y);
    return box.y - 6 * k_;
  }

  std::string title_of(const ChosenGuide& one) const {
    const guide::Guide& guide = *one.guide;
    return sheet_.text(guide.short_title.empty() ? guide.title : guide.short_title);
  }

  Paragraph shape_title(const ChosenGuide& one, const Cells& cells) const {
    return canvas_.shape_evenly(title_of(one), {cells.title_pt, 700, kInk, Align::center}, cells.text_width);
  }

  // One size for all: so small that each title takes one line, if that is not much smaller.
  void size_titles(Cells& cells, double wish) const {
    for (const double part : {1.0, 0.92, 0.85, 1.0}) {
      cells.title_pt = std::max(wish * part, kLeastCellTitlePt * k_);
      cells.title_height = 0;
      int lines = 1;
      for (const ChosenGuide& one : sheet_.guides) {
        const Paragraph title = shape_title(one, cells);
        lines = std::max(lines, title.lines());
        cells.title_height = std::max(cells.title_height, title.height());
      }
      if (lines == 1) return;
    }
  }

  // The largest size for all names of hosts on one line each.
  void size_hosts(Cells& cells) const {
    cells.host_pt = cells.title_pt;
    for (const std::string& host : hosts_of(sheet_.guides)) {
      const double wide =
          canvas_.shape(host, {cells.host_pt, 800, kDoor, Align::center}, paper_.width * 4).widest_line();
      if (wide > cells.text_width) cells.host_pt *= cells.text_width / wide * 0.995;
    }
    cells.host_height =
        canvas_.shape("g", {cells.host_pt, 800, kDoor, Align::center}, cells.text_width).height();
  }

  void size_codes(Cells& cells) const {
    cells.module = qr::kMaxCodeMm;
    for (const ChosenGuide& one : sheet_.guides) {
      const double module = module_mm(one.code.size, cells.code_box);
      cells.module = std::min(cells.module, module);
      cells.code_height = std::max(cells.code_height, code_box_mm(one.code.size, module));
    }
  }

  Cells grid(const Box& area, int columns) const {
    const int count = static_cast<int>(sheet_.guides.size());
    Cells cells;
    cells.columns = columns;
    cells.rows = (count + columns - 1) / columns;
    cells.cell = {(area.width - (columns - 1) * kGutter * k_) / columns,
                  (area.height - (cells.rows - 1) * kGutter * k_) / cells.rows};
    return cells;
  }

  // The quiet zone is white of its own: a code may come nearer to the edge than text.
  Cells stacked(const Box& area, int columns) const {
    Cells cells = grid(area, columns);
    cells.text_width = cells.cell.width - 2 * kPad * k_;
    if (cells.text_width < kLeastTextMm) return cells;
    size_titles(cells, std::min(std::min(cells.cell.width, cells.cell.height * 0.8) * 0.28, 46 * k_));
    size_hosts(cells);
    cells.code_box = std::min(cells.cell.width - 2 * k_,
                              cells.cell.height - 2 * kPad * k_ - cells.title_height - cells.host_height);
    size_codes(cells);
    return cells;
  }

  Cells beside(const Box& area, int columns) const {
    Cells cells = grid(area, columns);
    cells.beside = true;
    cells.code_box = std::min(cells.cell.height - 2 * k_, cells.cell.width * 0.55);
    size_codes(cells);
    cells.text_width = cells.cell.width - cells.code_box - 2 * kPad * k_;
    if (cells.text_width < kLeastTextMm) return Cells{};
    size_titles(cells, std::min(cells.text_width * 0.28, 60 * k_));
    size_hosts(cells);
    if (cells.title_height + cells.host_height > cells.cell.height - 2 * kPad * k_) cells.module = 0;
    return cells;
  }

  Result<Cells> arrange(const Box& area) const {
    Cells best;
    for (int columns = 1; columns <= static_cast<int>(sheet_.guides.size()); ++columns) {
      for (const Cells& cells : {stacked(area, columns), beside(area, columns)}) {
        if (cells.module > best.module) best = cells;
      }
    }
    if (best.module < kLeastModuleMm) {
      return fail(
          Errc::invalid,
          "tên các bài dài quá, không còn chỗ cho mã; đặt \"shortTitle\" ngắn hơn, hoặc in ít mã hơn");
    }
    return best;
  }

  // Cells of a row that is not full stand in its middle.
  Box cell_box(const Box& area, const Cells& cells, int index) const {
    const int row = index / cells.columns;
    const int in_row = std::min(cells.columns, static_cast<int>(sheet_.guides.size()) - row * cells.columns);
    const double step = cells.cell.width + kGutter * k_;
    const double indent = (area.width - (in_row * step - kGutter * k_)) / 2;
    return {area.x + indent + (index % cells.columns) * step,
            area.y + row * (cells.cell.height + kGutter * k_), cells.cell.width, cells.cell.height};
  }

  void draw_cell(const ChosenGuide& one, const Cells& cells, const Box& box) {
    canvas_.fill(box, kWhite, 4 * k_);
    canvas_.stroke(box, kEdge, 0.5 * k_, 4 * k_);
    const Paragraph title = shape_title(one, cells);
    const Paragraph host =
        canvas_.shape(one.link.host, {cells.host_pt, 800, kDoor, Align::center}, cells.text_width);
    if (cells.beside) {
      const double x = box.right() - kPad * k_ - cells.text_width;
      const double gap = host.height() * 0.6;
      const double y = box.y + (box.height - title.height() - gap - host.height()) / 2;
      place_code(sheet_, one, {box.x + k_, box.y, cells.code_box, box.height}, 1);
      canvas_.draw(title, x, y);
      canvas_.draw(host, x, y + title.height() + gap);
      return;
    }
    const double used = cells.title_height + cells.code_height + cells.host_height;
    const double spare = box.height - 2 * kPad * k_ - used;
    const double gap = std::min(spare / 4, 4 * k_);  // a tall cell keeps its words by the code
    const double x = box.x + kPad * k_;
    double y = box.y + kPad * k_ + (spare - 2 * gap) / 2;
    canvas_.draw(title, x, y + (cells.title_height - title.height()) / 2);
    y += cells.title_height + gap;
    place_code(sheet_, one, {box.x, y, box.width, cells.code_height}, 1);
    canvas_.draw(host, x, y + cells.code_height + gap);
  }

  void note_distance(const Cells& cells) {
    if (cells.module >= qr::kFloorModuleMm) return;
    sheet_.board.remarks.push_back(fmt::format(
        "ô của mã nhỏ nhất {:.2f} mm, điện thoại phải đến gần {:.1f} m; muốn quét được từ xa hơn thì in "
        "ít mã hơn hoặc giấy to hơn",
        cells.module, reading_distance_m(cells.module)));
  }

  static constexpr double kLeastModuleMm = 0.65;
  static constexpr double kLeastTextMm = 25;

  Sheet& sheet_;
  Canvas& canvas_;
  double k_;
  Size paper_;
};

}  // namespace

Result<void> draw_wall_board(Sheet& sheet) {
  return WallBoard(sheet).draw();
}

}  // namespace conglang::board
