#include "kiosk/screens/widgets/eave.h"

#include <cmath>
#include <vector>

namespace conglang::screens {
namespace {

constexpr float kEnd = 230;     // where the curve of an end meets the straight middle
constexpr float kEaveLow = 36;  // depth in the middle
constexpr float kEaveHigh = 6;  // at the ends
constexpr float kTile = 32;     // one roof tile
constexpr float kTileRow = 15;

// The lower edge at `x`: a cubic from (0,6) by (50,24) and (110,36) to (230,36), mirrored at the other end.
float edge_at(float x, float width) {
  const float from_end = std::fmin(x, width - x);
  if (from_end >= kEnd) return kEaveLow;
  float low = 0;
  float high = 1;
  const auto bezier = [](float t, float a, float b, float c, float d) {
    const float u = 1 - t;
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  };
  for (int i = 0; i < 20; ++i) {
    const float middle = (low + high) / 2;
    (bezier(middle, 0, 50, 110, kEnd) < from_end ? low : high) = middle;
  }
  return bezier(low, kEaveHigh, 24, kEaveLow, kEaveLow);
}

std::vector<ImVec2> edge_line(const Canvas& canvas, float below) {
  const float width = canvas.theme().width;
  std::vector<ImVec2> points;
  const auto add = [&](float x) { points.push_back(canvas.to_screen(x, edge_at(x, width) + below)); };
  for (float x = 0; x < kEnd; x += 10) add(x);
  for (float x = kEnd; x > 0; x -= 10) add(width - x);
  add(width);
  return points;
}

void draw_tiles(Canvas& canvas) {
  const float width = canvas.theme().width;
  const float thick = std::fmax(1.0F, 2.5F * canvas.theme().scale);
  for (int row = 0; row < 3; ++row) {
    const float top = 6 - kTileRow + static_cast<float>(row) * kTileRow;
    for (float x = row % 2 == 0 ? 0 : -kTile / 2; x < width; x += kTile) {
      if (top + kTileRow > edge_at(std::fmin(std::fmax(x + kTile / 2, 0.0F), width), width)) continue;
      ImDrawList* list = canvas.list();
      list->PathLineTo(canvas.to_screen(x, top));
      list->PathBezierCubicCurveTo(canvas.to_screen(x, top + 9), canvas.to_screen(x + 10, top + 10),
                                   canvas.to_screen(x + 16, top + kTileRow), 6);
      list->PathBezierCubicCurveTo(canvas.to_screen(x + 22, top + 10), canvas.to_screen(x + 32, top + 9),
                                   canvas.to_screen(x + 32, top), 6);
      list->PathStroke(canvas.palette().brick_light, 0, thick);
    }
  }
}

// The mark is drawn on a square of 96.
class Pen {
 public:
  Pen(Canvas& canvas, float x, float y, float size)
      : canvas_(canvas), x_(x - size / 2), y_(y - size / 2), unit_(size / 96) {}

  void to(float x, float y) { canvas_.list()->PathLineTo(at(x, y)); }
  void curve(float ax, float ay, float bx, float by, float x, float y) {
    canvas_.list()->PathBezierCubicCurveTo(at(ax, ay), at(bx, by), at(x, y), 8);
  }
  void fill(ImU32 color) { canvas_.list()->PathFillConcave(color); }

 private:
  ImVec2 at(float x, float y) const { return canvas_.to_screen(x_ + x * unit_, y_ + y * unit_); }

  Canvas& canvas_;
  float x_;
  float y_;
  float unit_;
};

void draw_roofs(Pen& pen, ImU32 color) {
  pen.to(27, 17);
  pen.curve(34, 17, 39, 13, 43, 7);
  pen.to(53, 7);
  pen.curve(57, 13, 62, 17, 69, 17);
  pen.curve(67, 22, 64, 24, 60, 24);
  pen.to(36, 24);
  pen.curve(32, 24, 29, 22, 27, 17);
  pen.fill(color);
  pen.to(5, 37);
  pen.curve(15, 38, 22, 34, 28, 27);
  pen.to(68, 27);
  pen.curve(74, 34, 81, 38, 91, 37);
  pen.curve(88, 44, 84, 46, 78, 46);
  pen.to(18, 46);
  pen.curve(12, 46, 8, 44, 5, 37);
  pen.fill(color);
}

}  // namespace

void draw_eave(Canvas& canvas) {
  const Palette& palette = canvas.palette();
  const std::vector<ImVec2> edge = edge_line(canvas, 0);
  const float scale = canvas.theme().scale;
  ImDrawList* list = canvas.list();
  if (canvas.theme().kind == kiosk::Theme::light) {
    list->PathLineTo(canvas.to_screen(0, 0));
    for (const ImVec2& point : edge) list->PathLineTo(point);
    list->PathLineTo(canvas.to_screen(canvas.theme().width, 0));
    list->PathFillConcave(palette.brick);
    draw_tiles(canvas);
    const std::vector<ImVec2> shade = edge_line(canvas, 6);
    list->AddPolyline(shade.data(), static_cast<int>(shade.size()), palette.wall_deep, 0, 5 * scale);
  }
  list->AddPolyline(edge.data(), static_cast<int>(edge.size()), palette.brick_deep, 0, 7 * scale);
}

void draw_mark(Canvas& canvas, float x, float y, float size) {
  const Palette& palette = canvas.palette();
  Pen pen(canvas, x, y, size);
  draw_roofs(pen, palette.brick);
  pen.to(14, 50);
  pen.to(82, 50);
  pen.to(82, 93);
  pen.to(66, 93);
  pen.to(66, 76);
  pen.curve(66, 66, 58, 58, 48, 58);
  pen.curve(38, 58, 30, 66, 30, 76);
  pen.to(30, 93);
  pen.to(14, 93);
  pen.fill(palette.primary);
}

}  // namespace conglang::screens
