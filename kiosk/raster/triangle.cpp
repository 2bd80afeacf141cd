#include "kiosk/raster/triangle.h"

#include <cmath>

#include "kiosk/raster/blend.h"
#include "kiosk/raster/edge.h"
#include "kiosk/raster/rows.h"

namespace conglang::raster {
namespace {

using Corners = std::array<ImDrawVert, 3>;

// A value that changes evenly over the triangle.
struct Plane {
  double at_origin = 0;
  double along_x = 0;
  double along_y = 0;

  double at(double x, double y) const { return at_origin + along_x * x + along_y * y; }
};

// Coordinates from the first corner, in which planes are told.
struct Frame {
  double x0, y0, x1, y1, x2, y2;

  explicit Frame(const Corners& corners)
      : x0(corners[0].pos.x),
        y0(corners[0].pos.y),
        x1(corners[1].pos.x - x0),
        y1(corners[1].pos.y - y0),
        x2(corners[2].pos.x - x0),
        y2(corners[2].pos.y - y0) {}

  double area() const { return x1 * y2 - x2 * y1; }

  Plane through(double first, double second, double third) const {
    const double to_second = second - first;
    const double to_third = third - first;
    return {first, (to_second * y2 - to_third * y1) / area(), (to_third * x1 - to_second * x2) / area()};
  }
};

// An edge, to the last bit the same whichever end comes first.
struct Edge {
  ImVec2 high;
  ImVec2 low;
  double slope = 0;

  Edge(ImVec2 from, ImVec2 to) : high(from.y > to.y ? to : from), low(from.y > to.y ? from : to) {
    if (low.y > high.y) slope = (static_cast<double>(low.x) - high.x) / (static_cast<double>(low.y) - high.y);
  }

  /// Whether it meets the line at `y`, and where.
  bool crosses(double y) const { return high.y <= y && y < low.y; }
  double at(double y) const { return high.x + (y - high.y) * slope; }
};

struct Span {
  int from = 0;
  int to = 0;
};

class Edges {
 public:
  explicit Edges(const Corners& corners)
      : edges_{Edge(corners[0].pos, corners[1].pos), Edge(corners[1].pos, corners[2].pos),
               Edge(corners[2].pos, corners[0].pos)} {}

  /// The pixels of row `y` whose middles lie within the triangle.
  Span span(int y, const Box& clip) const {
    const double middle = y + 0.5;
    double found[3];
    int count = 0;
    for (const Edge& edge : edges_) {
      if (edge.crosses(middle)) found[count++] = edge.at(middle);
    }
    if (count < 2) return {};
    return {first_pixel(std::min(found[0], found[1]), clip.left, clip.right),
            first_pixel(std::max(found[0], found[1]), clip.left, clip.right)};
  }

 private:
  std::array<Edge, 3> edges_;
};

Box rows_of(const Corners& corners, const Box& clip) {
  const auto [least, most] = std::minmax({corners[0].pos.y, corners[1].pos.y, corners[2].pos.y});
  return {clip.left, first_pixel(least, clip.top, clip.bottom), clip.right,
          first_pixel(most, clip.top, clip.bottom)};
}

std::uint32_t byte_of(double value) {
  return static_cast<std::uint32_t>(std::clamp(value, 0.0, 255.0) + 0.5);
}

// The colour at each place: a plane a channel.
class Shade {
 public:
  Shade(const Corners& corners, const Frame& frame) {
    const Argb first = from_imgui(corners[0].col);
    const Argb second = from_imgui(corners[1].col);
    const Argb third = from_imgui(corners[2].col);
    for (unsigned i = 0; i < 4; ++i) {
      const auto channel = [i](Argb color) { return static_cast<double>((color >> (8 * i)) & 0xFFU); };
      planes_[i] = frame.through(channel(first), channel(second), channel(third));
    }
  }

  Argb at(double x, double y) const {
    Argb color = 0;
    for (unsigned i = 0; i < 4; ++i) color |= byte_of(planes_[i].at(x, y)) << (8 * i);
    return color;
  }

 private:
  std::array<Plane, 4> planes_;
};

bool same_uv(const Corners& corners) {
  const auto same = [](ImVec2 one, ImVec2 other) { return one.x == other.x && one.y == other.y; };
  return same(corners[0].uv, corners[1].uv) && same(corners[0].uv, corners[2].uv);
}

// Calls `color_at(x, y)` for each pixel within, in the frame's coordinates, and lays it over the target.
template <typename ColorAt>
void blend_each(const Corners& corners, const Frame& frame, const Box& clip, const Pixels& target,
                ColorAt color_at) {
  const Box rows = rows_of(corners, clip);
  const Edges edges(corners);
  for (int y = rows.top; y < rows.bottom; ++y) {
    const Span span = edges.span(y, clip);
    Argb* const row = target.row(y);
    for (int x = span.from; x < span.to; ++x) {
      blend(row[x], color_at(x + 0.5 - frame.x0, y + 0.5 - frame.y0));
    }
  }
}

void fill_flat(const Corners& corners, Argb color, const Box& clip, const Pixels& target) {
  const Box rows = rows_of(corners, clip);
  const Edges edges(corners);
  for (int y = rows.top; y < rows.bottom; ++y) {
    const Span span = edges.span(y, clip);
    if (span.to > span.from) blend_row(target.row(y) + span.from, span.to - span.from, color);
  }
}

}  // namespace

void draw_triangle(const Corners& corners, const Texture& texture, const Box& clip, const Pixels& target) {
  const Frame frame(corners);
  if (frame.area() == 0) return;
  const bool plain = same_uv(corners);
  const bool one_color = corners[0].col == corners[1].col && corners[0].col == corners[2].col;
  const Argb tint = plain ? texture.nearest(corners[0].uv) : 0;
  if (plain && one_color) {
    return fill_flat(corners, modulated(tint, from_imgui(corners[0].col)), clip, target);
  }
  const Shade shade(corners, frame);
  if (plain) {
    return blend_each(corners, frame, clip, target,
                      [&](double x, double y) { return modulated(shade.at(x, y), tint); });
  }
  const Plane u = frame.through(corners[0].uv.x, corners[1].uv.x, corners[2].uv.x);
  const Plane v = frame.through(corners[0].uv.y, corners[1].uv.y, corners[2].uv.y);
  blend_each(corners, frame, clip, target, [&](double x, double y) {
    return modulated(texture.smooth(u.at(x, y), v.at(x, y)), shade.at(x, y));
  });
}

}  // namespace conglang::raster
