// A leaflet: what one guide asks for, to be ticked at home and taken along.

#include <algorithm>
#include <functional>

#include "content/publish/board/code_size.h"
#include "content/publish/board/flow.h"
#include "content/publish/board/house.h"
#include "content/publish/board/leaflet_text.h"
#include "content/publish/board/sheet.h"

namespace conglang::board {
namespace {

/// Sizes in points and mm of one paper. Nothing is under 9 points.
struct Sizes {
  double title_pt;
  double heading_pt;
  double name_pt;
  double body_pt;
  double minor_pt;
  double module_mm;  ///< held in the hand: 0.3 m and more
  double tick_mm;
  double gap_mm;
  bool note_beside_name;  ///< else on lines of its own
};
constexpr Sizes kA4 = {28, 17, 13.5, 12, 11, 8 * kDotMm, 6.0, 4.0, false};
constexpr Sizes kA5 = {20, 13, 10.5, 9.5, 9, 6 * kDotMm, 4.6, 2.8, false};
// What a leaflet that just misses one page is set in.
constexpr Sizes kA4Close = {28, 17, 13.5, 12, 11, 8 * kDotMm, 6.0, 4.0, true};
constexpr Sizes kA4Tight = {26, 15.5, 12.5, 11, 10, 8 * kDotMm, 5.2, 3.4, true};

/// From the largest to the smallest that may be tried.
std::vector<const Sizes*> sizes_for(Paper paper) {
  if (paper == Paper::a5) return {&kA5};
  return {&kA4, &kA4Close, &kA4Tight};
}

class Leaflet {
 public:
  Leaflet(Sheet& sheet, const ChosenGuide& one, LeafletText text, const Sizes& sizes, int first_page,
          int pages)
      : sheet_(sheet),
        canvas_(sheet.canvas),
        one_(one),
        text_(std::move(text)),
        s_(sizes),
        k_(sheet.request.paper == Paper::a5 ? 0.5 : 0.7071),
        first_page_(first_page),
        pages_(pages),
        flow_(canvas_, area(), [this] { return turn_page(); }) {}

  // Returns how many pages it took.
  int draw() {
    const double top = draw_header();
    draw_foot();
    flow_.space(top - flow_.y());
    draw_code_card(top);
    draw_beginning();
    for (const Fact& fact : text_.facts) draw_fact(fact);
    flow_.clear();
    draw_papers();
    draw_changes();
    draw_sources();
    return page_;
  }

 private:
  Box area() const {
    const double foot = canvas_.shape("M", minor(), 100).height() + 2.5;
    const Size paper = canvas_.paper();
    return {kMarginMm, 0, paper.width - 2 * kMarginMm, paper.height - kMarginMm - foot};
  }

  Style minor(Color color = kInkSoft) const { return {s_.minor_pt, 500, color, Align::left}; }
  Style body() const { return {s_.body_pt, 500, kInk, Align::left}; }
  Style name() const { return {s_.name_pt, 700, kInk, Align::left}; }

  // The wall with the title; returns where the text below it begins.
  double draw_header() {
    const double mark = 24 * k_;
    const double eave = 11 * k_;
    const double left = kMarginMm + mark + 5 * k_;
    const double width = canvas_.paper().width - kMarginMm - left;
    const Paragraph title =
        fit(canvas_, text_.title, {s_.title_pt, 800, kInk, Align::left}, s_.title_pt * 0.6, width, 2);
    std::string under = text_.context;
    if (const std::string place = place_line(sheet_); !place.empty()) {
      under += (under.empty() ? "" : "\n") + place;
    }
    const int lines = under.find('\n') == std::string::npos ? 1 : 2;
    const Paragraph context =
        fit(canvas_, under, {s_.body_pt, 600, kInk, Align::left}, s_.minor_pt, width, lines);
    const double text = title.height() + (under.empty() ? 0 : context.height());
    const double height = eave + std::max(text, mark) + 5 * k_;
    const double middle = (eave + height) / 2;
    draw_wall(canvas_, height);
    draw_eave(canvas_, k_);
    draw_mark(canvas_, kMarginMm, middle - mark / 2, mark);
    canvas_.draw(title, left, middle - text / 2);
    if (!under.empty()) canvas_.draw(context, left, middle - text / 2 + title.height());
    sheet_.board.title_capital_mm = canvas_.capital_mm(s_.title_pt) * title.line_height(0) /
                                    canvas_.shape("M", {s_.title_pt, 800, kInk, Align::left}, 100).height();
    return height + s_.gap_mm + 1;
  }

  // A later page has the title in one line, to be told apart from other leaflets.
  double turn_page() {
    canvas_.next_page();
    ++page_;
    const double width = canvas_.paper().width - 2 * kMarginMm;
    const Paragraph title = canvas_.shape(text_.title, {s_.name_pt, 800, kInk, Align::left}, width);
    canvas_.draw_line(title, 0, kMarginMm, kMarginMm);
    const double y = kMarginMm + title.line_height(0) + 1;
    canvas_.line(kMarginMm, y, kMarginMm + width, y, kEdge, 0.4);
    draw_foot();
    return y + s_.gap_mm;
  }

  void draw_foot() {
    const double width = canvas_.paper().width - 2 * kMarginMm;
    std::string left = text_.checked;
    if (!text_.code.empty()) left += " · " + filled(sheet_.words.code, text_.code);
    const Paragraph words = canvas_.shape(left, minor(kInk), width);
    const double y = canvas_.paper().height - kMarginMm - words.line_height(0);
    canvas_.line(kMarginMm, y - 1, kMarginMm + width, y - 1, kEdge, 0.3);
    canvas_.draw_line(words, 0, kMarginMm, y);
    if (pages_ < 2) return;
    Style style = minor(kInk);
    style.align = Align::right;
    canvas_.draw(canvas_.shape(filled(sheet_.words.page, page_, pages_), style, width), kMarginMm, y);
  }

  // The code stands at the right of the first page, in a card of its own.
  void draw_code_card(double top) {
    const double pad = 2.5;
    const double code = code_box_mm(one_.code.size, s_.module_mm);
    const double width = std::max(code, 41 * s_.module_mm) + 2 * pad;
    const double x = flow_.left() + flow_.width() - width;
    const double inner = width - 2 * pad;
    const auto centred = [&](std::string_view text, double pt, int weight, Color color) {
      return canvas_.shape_evenly(text, {pt, weight, color, Align::center}, inner);
    };
    const Paragraph scan = centred(sheet_.words.scan_title, s_.name_pt, 800, kInk);
    const Paragraph host = fit(canvas_, one_.link.host, {s_.name_pt, 800, kDoor, Align::center}, 9, inner, 1);
    const Paragraph check = centred(filled(sheet_.words.check_host, one_.link.host), s_.minor_pt, 600, kInk);
    const Paragraph secrets = centred(sheet_.words.secrets, s_.minor_pt, 800, kWarnInk);
    const double height = scan.height() + code + host.height() + check.height() + secrets.height() + 4 * pad;
    canvas_.stroke({x, top, width, height}, kEdge, 0.4, 2.5);
    double y = top + pad;
    canvas_.draw(scan, x + pad, y);
    y += scan.height();
    place_code(sheet_, one_, {x + (width - code) / 2, y, code, code}, first_page_);
    y += code;
    canvas_.draw(host, x + pad, y);
    y += host.height() + pad / 2;
    canvas_.draw(check, x + pad, y);
    y += check.height() + pad / 2;
    canvas_.draw(secrets, x + pad, y);
    flow_.take_right(width + s_.gap_mm, top + height + s_.gap_mm);
  }

  void draw_beginning() {
    for (const std::string& warning : text_.warnings) draw_warning_line(warning);
    if (text_.description.empty()) return;
    flow_.text(text_.description, body());
    flow_.space(s_.gap_mm * 0.6);
  }

  void draw_warning_line(const std::string& text) {
    const double icon = s_.tick_mm;
    flow_.keep(icon);
    draw_warning(canvas_, flow_.left(), flow_.y(), icon * 0.9);
    flow_.text(text, {s_.body_pt, 700, kWarnInk, Align::left}, icon + 1.5);
    flow_.space(s_.gap_mm * 0.5);
  }

  void heading(std::string_view words, double pt) {
    const Style style{pt, 800, kDoor, Align::left};
    flow_.keep(canvas_.shape(words, style, flow_.width()).height() + 3 * s_.tick_mm);
    flow_.text(words, style);
  }

  double label_width() const {
    double widest = 0;
    for (const Fact& fact : text_.facts) {
      widest = std::max(widest, canvas_.shape(fact.title, label(), canvas_.paper().width).widest_line());
    }
    return widest + 4;
  }

  Style label() const { return {s_.body_pt, 800, kDoor, Align::left}; }

  // The question at the left, its answers beside it.
  void draw_fact(const Fact& fact) {
    const double indent = label_width();
    flow_.keep(2 * s_.tick_mm);
    canvas_.draw(canvas_.shape(fact.title, label(), indent), flow_.left(), flow_.y());
    for (const FactLine& line : fact.lines) draw_answer(line, indent);
    if (!fact.exemptions.empty()) {
      flow_.text(sheet_.words.exempt, {s_.body_pt, 700, kInk, Align::left}, indent);
      for (const std::string& exempt : fact.exemptions) flow_.text("– " + exempt, body(), indent);
    }
    flow_.space(s_.gap_mm * 0.35);
    canvas_.line(flow_.left(), flow_.y(), flow_.right(), flow_.y(), kLine, 0.25);
    flow_.space(s_.gap_mm * 0.35);
  }

  // "Quá 60 ngày: 5.000 đ, mức ở Hà Nội", the answer itself in bold.
  void draw_answer(const FactLine& line, double indent) {
    std::vector<Run> runs;
    if (!line.label.empty()) runs.push_back({line.label + ": ", 500});
    runs.push_back({line.text, 700});
    if (!line.note.empty()) runs.push_back({", " + line.note, 500});
    Style style = body();
    double sign = 0;
    if (line.doubtful) {
      style.color = kWarnInk;
      sign = canvas_.capital_mm(s_.body_pt) * 1.4;
      flow_.keep(2 * sign);
      draw_warning(canvas_, flow_.left() + indent, flow_.y() + sign * 0.15, sign);
      sign += 1.2;
    }
    flow_.draw(canvas_.shape(runs, style, flow_.width() - indent - sign), indent + sign);
  }

  void draw_papers() {
    flow_.space(s_.gap_mm * 0.2);
    heading(sheet_.words.papers, s_.heading_pt);
    if (text_.papers.empty()) flow_.text(sheet_.words.papers_none, body());
    for (const PaperGroup& group : text_.papers) {
      if (!group.question.empty()) {
        flow_.space(s_.gap_mm * 0.6);
        flow_.keep(4 * s_.tick_mm);
        flow_.text(group.question, {s_.body_pt, 700, kDoor, Align::left});
      }
      for (const PaperLine& paper : group.papers) draw_paper(paper);
    }
    if (!text_.more_online) return;
    flow_.space(s_.gap_mm * 0.6);
    flow_.text(sheet_.words.papers_online, minor());
  }

  // A box to tick, the paper, and at the right what to do with it.
  void draw_paper(const PaperLine& paper) {
    const Style chip_style{s_.minor_pt, 700, paper.doubtful ? kWarnInk : kInk, Align::right};
    const double chip_width = canvas_.shape(paper.handling, chip_style, flow_.width()).widest_line() +
                              (paper.doubtful ? s_.tick_mm : 0) + 1;
    const double indent = s_.tick_mm + 3;
    const double room = flow_.width() - indent - chip_width - 3;
    const bool beside = s_.note_beside_name && !paper.note.empty();
    const Paragraph words = beside
                                ? canvas_.shape({{paper.name, 700}, {" – " + paper.note, 500}}, body(), room)
                                : canvas_.shape(paper.name, name(), room);
    flow_.space(s_.gap_mm * 0.35);
    flow_.keep(std::min(words.height(), 4 * s_.tick_mm) + (paper.note.empty() || beside ? 0 : s_.tick_mm));
    const double line = words.line_height(0);
    const double y = flow_.y() + (line - s_.tick_mm) / 2;
    canvas_.stroke({flow_.left(), y, s_.tick_mm, s_.tick_mm}, kInk, 0.5, 0.8);
    const Paragraph chip = canvas_.shape(paper.handling, chip_style, chip_width);
    if (paper.doubtful) {
      draw_warning(canvas_, flow_.right() - chip_width + 1, flow_.y() + (line - s_.tick_mm * 0.8) / 2,
                   s_.tick_mm * 0.8);
    }
    canvas_.draw(chip, flow_.right() - chip_width, flow_.y() + (line - chip.height()) / 2);
    flow_.draw(words, indent);
    if (!paper.note.empty() && !beside) flow_.text(paper.note, minor(), indent, chip_width + 3);
    flow_.space(s_.gap_mm * 0.35);
    canvas_.line(flow_.left(), flow_.y(), flow_.right(), flow_.y(), kLine, 0.25);
  }

  void draw_changes() {
    if (text_.changes.empty()) return;
    flow_.space(s_.gap_mm);
    heading(sheet_.words.changes, s_.body_pt);
    for (const std::string& change : text_.changes) flow_.text(change, body());
  }

  void draw_sources() {
    if (text_.sources.empty()) return;
    std::string all;
    for (const std::string& source : text_.sources) all += (all.empty() ? "" : "; ") + source;
    flow_.space(s_.gap_mm);
    flow_.text(filled(sheet_.words.source, all), minor());
  }

  Sheet& sheet_;
  Canvas& canvas_;
  const ChosenGuide& one_;
  LeafletText text_;
  const Sizes& s_;
  double k_;
  int first_page_;
  int pages_;
  int page_ = 1;
  Flow flow_;
};

// How many pages a leaflet takes is known when it has been laid out: once on a canvas that is thrown away.
Result<int> count_pages(const Sheet& sheet, const ChosenGuide& one, const LeafletText& text,
                        const Sizes& sizes, const Typeface& type) {
  TRY(Canvas canvas, Canvas::open(type, sheet.canvas.paper(), 0, {}));
  Board board;
  Sheet trial{canvas,      sheet.content,    sheet.request, sheet.place, sheet.guides,
              sheet.words, sheet.updated_on, sheet.scale,   board};
  return Leaflet(trial, one, text, sizes, 1, 9).draw();
}

struct Plan {
  const Sizes* sizes = nullptr;
  int pages = 0;
};

// The largest sizes, unless smaller ones make one page of two.
Result<Plan> plan(const Sheet& sheet, const ChosenGuide& one, const LeafletText& text, const Typeface& type) {
  Plan first;
  for (const Sizes* sizes : sizes_for(sheet.request.paper)) {
    TRY(const int pages, count_pages(sheet, one, text, *sizes, type));
    if (pages == 1) return Plan{sizes, pages};
    if (first.sizes == nullptr) first = {sizes, pages};
  }
  return first;
}

}  // namespace

Result<void> draw_leaflets(Sheet& sheet, const Typeface& type) {
  int pages = 0;
  for (const ChosenGuide& one : sheet.guides) {
    TRY(const LeafletText text,
        leaflet_text(*one.guide, sheet.content, sheet.request.case_id, sheet.request.day, sheet.words));
    TRY(const Plan chosen, plan(sheet, one, text, type));
    if (pages > 0) sheet.canvas.next_page();
    pages += Leaflet(sheet, one, text, *chosen.sizes, pages + 1, chosen.pages).draw();
  }
  sheet.board.pages = pages;
  return {};
}

}  // namespace conglang::board
