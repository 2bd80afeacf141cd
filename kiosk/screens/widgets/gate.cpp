#include "kiosk/screens/widgets/gate.h"

#include <algorithm>
#include <numbers>

namespace conglang::screens {
namespace {

constexpr float kTile = 40;
constexpr float kRow = 18;

// Draws in the units of an SVG file: `x` and `y` are the place of its origin, `unit` the length of its unit.
class Pen {
 public:
  Pen(Canvas& canvas, float x, float y, float unit) : canvas_(canvas), x_(x), y_(y), unit_(unit) {}

  void to(float x, float y) { list()->PathLineTo(at(x, y)); }
  void curve(ImVec2 a, ImVec2 b, ImVec2 end) {
    list()->PathBezierCubicCurveTo(at(a.x, a.y), at(b.x, b.y), at(end.x, end.y), 10);
  }
  void fill(ImU32 color) { list()->PathFillConcave(color); }
  void stroke(ImU32 color, float width, ImDrawFlags flags = 0) {
    list()->PathStroke(color, flags, width * unit_ * canvas_.theme().scale);
  }
  void box(Rect box, ImU32 color, float radius = 0) { canvas_.fill(on_screen(box), color, radius * unit_); }
  ImVec2 at(float x, float y) const { return canvas_.to_screen(x_ + x * unit_, y_ + y * unit_); }
  Rect on_screen(Rect box) const {
    return {x_ + box.x * unit_, y_ + box.y * unit_, box.w * unit_, box.h * unit_};
  }
  ImDrawList* list() { return canvas_.list(); }

 private:
  Canvas& canvas_;
  float x_;
  float y_;
  float unit_;
};

void draw_mark_roofs(Pen& pen, ImU32 color) {
  pen.to(27, 17);
  pen.curve({34, 17}, {39, 13}, {43, 7});
  pen.to(53, 7);
  pen.curve({57, 13}, {62, 17}, {69, 17});
  pen.curve({67, 22}, {64, 24}, {60, 24});
  pen.to(36, 24);
  pen.curve({32, 24}, {29, 22}, {27, 17});
  pen.fill(color);
  pen.to(5, 37);
  pen.curve({15, 38}, {22, 34}, {28, 27});
  pen.to(68, 27);
  pen.curve({74, 34}, {81, 38}, {91, 37});
  pen.curve({88, 44}, {84, 46}, {78, 46});
  pen.to(18, 46);
  pen.curve({12, 46}, {8, 44}, {5, 37});
  pen.fill(color);
}

bool is_inside(const ImVector<ImVec2>& outline, ImVec2 point) {
  bool inside = false;
  for (int i = 0, j = outline.Size - 1; i < outline.Size; j = i++) {
    const ImVec2 a = outline[i];
    const ImVec2 b = outline[j];
    if ((a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x) {
      inside = !inside;
    }
  }
  return inside;
}

// A roof over `left` to `right`, its tips at `tip` and its ridge at `top`, mirrored about its middle.
struct Roof {
  float left;
  float tip;
  float ridge_left;
  float top;
  float foot_left;
  float foot;
};

void trace(Pen& pen, const Roof& roof) {
  const auto mirrored = [](float x) { return kGateWidth - x; };
  const float hang = roof.foot_left - roof.left;
  const float rise = roof.ridge_left - roof.left;
  pen.to(roof.left, roof.tip);
  pen.curve({roof.left + hang * 0.27F, roof.tip + (roof.foot - roof.tip) * 0.55F},
            {roof.left + hang * 0.54F, roof.foot}, {roof.foot_left, roof.foot});
  pen.to(mirrored(roof.foot_left), roof.foot);
  pen.curve({mirrored(roof.left + hang * 0.54F), roof.foot},
            {mirrored(roof.left + hang * 0.27F), roof.tip + (roof.foot - roof.tip) * 0.55F},
            {mirrored(roof.left), roof.tip});
  pen.curve({mirrored(roof.left + rise * 0.37F), roof.tip + (roof.foot - roof.tip) * 0.12F},
            {mirrored(roof.left + rise * 0.70F), roof.tip - (roof.tip - roof.top) * 0.1F},
            {mirrored(roof.ridge_left), roof.top});
  pen.to(roof.ridge_left, roof.top);
  pen.curve({roof.left + rise * 0.70F, roof.tip - (roof.tip - roof.top) * 0.1F},
            {roof.left + rise * 0.37F, roof.tip + (roof.foot - roof.tip) * 0.12F}, {roof.left, roof.tip});
}

// The hanging arcs of the tiles, as far as they lie within `outline`.
void draw_tiles(Pen& pen, const Roof& roof, const ImVector<ImVec2>& outline, ImU32 color) {
  int row = 0;
  for (float y = roof.top - kRow / 2; y < roof.foot; y += kRow, ++row) {
    for (float x = roof.left - (row % 2 == 0 ? 0 : kTile / 2); x < kGateWidth; x += kTile) {
      ImVector<ImVec2> arc;
      pen.list()->_Path.swap(arc);
      pen.to(x, y);
      pen.curve({x, y + 11}, {x + 12, y + 12}, {x + kTile / 2, y + kRow});
      pen.curve({x + 28, y + 12}, {x + kTile, y + 11}, {x + kTile, y});
      pen.list()->_Path.swap(arc);
      for (const ImVec2& point : arc) {
        if (is_inside(outline, point)) {
          pen.list()->PathLineTo(point);
        } else if (pen.list()->_Path.Size > 0) {
          pen.stroke(color, 3);
        }
      }
      pen.stroke(color, 3);
    }
  }
}

void draw_roof(Pen& pen, const Palette& palette, const Roof& roof, float rim) {
  trace(pen, roof);
  const ImVector<ImVec2> outline = pen.list()->_Path;
  pen.fill(palette.brick);
  draw_tiles(pen, roof, outline, palette.brick_light);
  trace(pen, roof);
  pen.stroke(palette.brick_deep, rim, ImDrawFlags_Closed);
}

void draw_arch(Pen& pen, ImU32 edge, ImU32 inside) {
  constexpr float kLeft = 148.2F;
  constexpr float kRight = 631.8F;
  constexpr float kSpring = 436.1F;
  const auto trace_arch = [&](float out) {
    const ImVec2 centre = pen.at((kLeft + kRight) / 2, kSpring);
    const ImVec2 corner = pen.at(kRight + out, kSpring - 174.1F - out);
    pen.to(kLeft - out, kGateHeight);
    pen.list()->PathEllipticalArcTo(centre, {corner.x - centre.x, centre.y - corner.y}, 0,
                                    std::numbers::pi_v<float>, 2 * std::numbers::pi_v<float>, 48);
    pen.to(kRight + out, kGateHeight);
  };
  trace_arch(5);
  pen.fill(edge);
  trace_arch(-5);
  pen.fill(inside);
}

}  // namespace

void draw_mark(Canvas& canvas, float x, float y, float size) {
  const Palette& palette = canvas.palette();
  Pen pen(canvas, x - size / 2, y - size / 2, size / 96);
  draw_mark_roofs(pen, palette.brick);
  pen.to(14, 50);
  pen.to(82, 50);
  pen.to(82, 93);
  pen.to(66, 93);
  pen.to(66, 76);
  pen.curve({66, 66}, {58, 58}, {48, 58});
  pen.curve({38, 58}, {30, 66}, {30, 76});
  pen.to(30, 93);
  pen.to(14, 93);
  pen.fill(palette.primary);
}

namespace {

// Over the arch. Half a name is none, and neither is a board without one.
void draw_board(Canvas& canvas, Pen& pen, float size, std::string_view sign) {
  const Palette& palette = canvas.palette();
  const Rect board = pen.on_screen({230.2F, 86, 319.6F, 52});
  const TextStyle cut{
      .em = std::max(type::kMinor, 42 * size), .weight = Weight::question, .color = palette.brick_deep};
  if (sign.empty() || canvas.width_of(sign, {.em = type::kMinor, .weight = cut.weight}) > board.w - 12)
    return;
  pen.box({226.2F, 82, 327.6F, 60}, palette.wall_deep, 6);
  pen.box({230.2F, 86, 319.6F, 52}, palette.surface, 4);
  canvas.line(sign, board.middle_x(), board.middle_y(), board.w - 12, cut, Align::center);
}

}  // namespace

Rect draw_gate(Canvas& canvas, float x, float y, float size, std::string_view sign) {
  const Palette& palette = canvas.palette();
  Pen pen(canvas, x, y, size);
  constexpr float kPillar = 64;
  pen.box({210.6F, 60, 358.8F, 140}, palette.wall);
  draw_board(canvas, pen, size, sign);
  draw_roof(pen, palette, {171.6F, 46, 258, 21.3F, 254.8F, 72}, 6);
  pen.box({46.8F, 230, 686.4F, 586}, palette.wall);
  pen.box({46.8F, 230, 686.4F, 22}, palette.wall_deep);
  for (const float pillar : {65.5F, 650.5F}) {
    pen.box({pillar - 2, 300, kPillar + 4, 462}, palette.wall_deep, 6);
    pen.box({pillar + 2, 304, kPillar - 4, 454}, palette.wall_light, 3);
  }
  pen.box({46.8F, 780, 101.4F, 36}, palette.wall_deep);
  pen.box({631.8F, 780, 101.4F, 36}, palette.wall_deep);
  draw_arch(pen, palette.wall_deep, palette.page);
  draw_roof(pen, palette, {3.9F, 222, 117.3F, 193.5F, 113.1F, 252}, 7);
  return pen.on_screen({160, 280, 460, 536});
}

}  // namespace conglang::screens
