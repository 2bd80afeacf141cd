#include "content/publish/board/house.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace conglang::board {
namespace {

constexpr Color kBrick = rgb(0xA33A1F);
constexpr Color kBrickDeep = rgb(0x7A2713);
constexpr Color kBrickLight = rgb(0xC4593A);
constexpr Color kWallDeep = rgb(0xE9B437);

/// One step of a drawing: to a point, or by a curve over two others to it.
struct Stroke {
  enum class Kind { move, line, curve };
  Kind kind;
  std::array<double, 6> at;
};
using enum Stroke::Kind;

// assets/mark.svg, 96 units square.
constexpr std::array<Stroke, 8> kRidge = {{{move, {27, 17}},
                                           {curve, {34, 17, 39, 13, 43, 7}},
                                           {line, {53, 7}},
                                           {curve, {57, 13, 62, 17, 69, 17}},
                                           {curve, {67, 22, 64, 24, 60, 24}},
                                           {line, {36, 24}},
                                           {curve, {32, 24, 29, 22, 27, 17}},
                                           {line, {27, 17}}}};
constexpr std::array<Stroke, 7> kRoof = {{{move, {5, 37}},
                                          {curve, {15, 38, 22, 34, 28, 27}},
                                          {line, {68, 27}},
                                          {curve, {74, 34, 81, 38, 91, 37}},
                                          {curve, {88, 44, 84, 46, 78, 46}},
                                          {line, {18, 46}},
                                          {curve, {12, 46, 8, 44, 5, 37}}}};
constexpr std::array<Stroke, 10> kGate = {{{move, {14, 50}},
                                           {line, {82, 50}},
                                           {line, {82, 93}},
                                           {line, {66, 93}},
                                           {line, {66, 76}},
                                           {curve, {66, 66.06, 57.94, 58, 48, 58}},
                                           {curve, {38.06, 58, 30, 66.06, 30, 76}},
                                           {line, {30, 93}},
                                           {line, {14, 93}},
                                           {line, {14, 50}}}};

void trace(cairo_t* cairo, std::span<const Stroke> strokes) {
  cairo_new_path(cairo);
  for (const Stroke& stroke : strokes) {
    const auto& p = stroke.at;
    if (stroke.kind == move) cairo_move_to(cairo, p[0], p[1]);
    if (stroke.kind == line) cairo_line_to(cairo, p[0], p[1]);
    if (stroke.kind == curve) cairo_curve_to(cairo, p[0], p[1], p[2], p[3], p[4], p[5]);
  }
  cairo_close_path(cairo);
}

void set(cairo_t* cairo, Color color) {
  cairo_set_source_rgb(cairo, color.red, color.green, color.blue);
}

/// Drawing in units of `unit` mm from (`x`, `y`), for as long as this lives.
class Units {
 public:
  Units(cairo_t* cairo, double x, double y, double unit) : cairo_(cairo) {
    cairo_save(cairo_);
    cairo_translate(cairo_, x * kPointsPerMm, y * kPointsPerMm);
    cairo_scale(cairo_, unit * kPointsPerMm, unit * kPointsPerMm);
  }
  ~Units() { cairo_restore(cairo_); }
  Units(const Units&) = delete;
  Units& operator=(const Units&) = delete;

 private:
  cairo_t* cairo_;
};

// The eave's lower edge: low in the middle, lifted at both ends (assets/roof.svg, 230 units long each).
void trace_edge(cairo_t* cairo, double left, double right) {
  cairo_move_to(cairo, left, 6);
  cairo_curve_to(cairo, left + 50, 24, left + 110, 36, left + 230, 36);
  cairo_line_to(cairo, right - 230, 36);
  cairo_curve_to(cairo, right - 110, 36, right - 50, 24, right, 6);
}

void draw_tiles(cairo_t* cairo, double left, double right) {
  set(cairo, kBrickLight);
  cairo_set_line_width(cairo, 2.5);
  for (int row = -1; row < 3; ++row) {
    const double y = 6 + row * 15.0;
    for (double x = left + (row % 2 == 0 ? 0 : -16); x < right; x += 32) {
      cairo_move_to(cairo, x, y);
      cairo_curve_to(cairo, x, y + 9, x + 10, y + 10, x + 16, y + 15);
      cairo_curve_to(cairo, x + 22, y + 10, x + 32, y + 9, x + 32, y);
    }
  }
  cairo_stroke(cairo);
}

void stroke_edge(cairo_t* cairo, double left, double right, Color color, double width) {
  cairo_new_path(cairo);
  trace_edge(cairo, left, right);
  set(cairo, color);
  cairo_set_line_width(cairo, width);
  cairo_stroke(cairo);
}

}  // namespace

double draw_eave(Canvas& canvas, double scale) {
  cairo_t* const cairo = canvas.cairo();
  const double unit = 0.25 * scale;
  const Units units(cairo, 0, 0, unit);
  const double left = -kBleedMm / unit;
  const double right = (canvas.paper().width + kBleedMm) / unit;
  {
    const Units same(cairo, 0, 0, 1 / kPointsPerMm);
    cairo_new_path(cairo);
    trace_edge(cairo, left, right);
    cairo_line_to(cairo, right, -kBleedMm / unit);
    cairo_line_to(cairo, left, -kBleedMm / unit);
    cairo_close_path(cairo);
    cairo_clip(cairo);
    set(cairo, kBrick);
    cairo_paint(cairo);
    draw_tiles(cairo, left, right);
  }
  cairo_translate(cairo, 0, 6);
  stroke_edge(cairo, left, right, kWallDeep, 5);
  cairo_translate(cairo, 0, -6);
  stroke_edge(cairo, left, right, kBrickDeep, 7);
  return 44 * unit;
}

void draw_mark(Canvas& canvas, double x, double y, double side) {
  cairo_t* const cairo = canvas.cairo();
  const Units units(cairo, x, y, side / 96);
  set(cairo, kBrick);
  trace(cairo, kRidge);
  cairo_fill(cairo);
  trace(cairo, kRoof);
  cairo_fill(cairo);
  set(cairo, kDoor);
  trace(cairo, kGate);
  cairo_fill(cairo);
}

void draw_warning(Canvas& canvas, double x, double y, double side) {
  cairo_t* const cairo = canvas.cairo();
  const Units units(cairo, x, y, side / 100);
  set(cairo, kWarnInk);
  cairo_set_line_width(cairo, 9);
  cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to(cairo, 50, 9);
  cairo_line_to(cairo, 95, 89);
  cairo_line_to(cairo, 5, 89);
  cairo_close_path(cairo);
  cairo_stroke(cairo);
  cairo_rectangle(cairo, 45, 34, 10, 28);
  cairo_rectangle(cairo, 45, 69, 10, 10);
  cairo_fill(cairo);
}

void draw_wall(Canvas& canvas, double height) {
  const double width = canvas.paper().width + 2 * kBleedMm;
  canvas.fill({-kBleedMm, -kBleedMm, width, height + kBleedMm}, kWall);
  canvas.fill({-kBleedMm, height, width, 0.6}, kWallDeep);
}

void draw_step_number(Canvas& canvas, int number, double x, double y, double radius) {
  canvas.disc(x, y, radius, kDoor);
  const Style style{radius * 1.15 * kPointsPerMm, 800, kWhite, Align::center};
  const Paragraph digit = canvas.shape(std::to_string(number), style, 2 * radius);
  canvas.draw(digit, x - radius, y + canvas.capital_mm(style.pt) / 2 - digit.first_baseline());
}

}  // namespace conglang::board
