#include "kiosk/raster/quad.h"

#include <cmath>

#include "kiosk/raster/blend.h"
#include "kiosk/raster/edge.h"
#include "kiosk/raster/rows.h"

namespace conglang::raster {
namespace {

bool same(ImVec2 one, ImVec2 other) {
  return one.x == other.x && one.y == other.y;
}

Box covered(const Quad& quad, const Box& clip) {
  return {first_pixel(quad.from.x, clip.left, clip.right), first_pixel(quad.from.y, clip.top, clip.bottom),
          first_pixel(quad.to.x, clip.left, clip.right), first_pixel(quad.to.y, clip.top, clip.bottom)};
}

void fill(const Box& box, Argb color, const Pixels& target) {
  for (int y = box.top; y < box.bottom; ++y) blend_row(target.row(y) + box.left, box.width(), color);
}

// Texels that go to pixels one by one.
struct Blit {
  int x = 0;  ///< of the target
  int y = 0;
  Box texels;
};

// Below this nothing of a target is missed, and sums of three stay far within int.
constexpr double kFar = 1 << 26;

// A glyph is a hair larger or smaller than its picture, since type sizes are not whole: it is set as it was
// drawn, on the nearest pixel. Nothing for what is truly scaled, mirrored or far away.
std::optional<Blit> as_blit(const Quad& quad, const Texture& texture) {
  const double left = static_cast<double>(quad.uv_from.x) * texture.width;
  const double top = static_cast<double>(quad.uv_from.y) * texture.height;
  const double wide = static_cast<double>(quad.uv_to.x) * texture.width - left;
  const double high = static_cast<double>(quad.uv_to.y) * texture.height - top;
  const double x = quad.from.x;
  const double y = quad.from.y;
  const bool close = std::fabs(quad.to.x - x - wide) < 1 && std::fabs(quad.to.y - y - high) < 1;
  const bool near = std::fabs(x) < kFar && std::fabs(y) < kFar && std::fabs(left) < kFar &&
                    std::fabs(top) < kFar && wide < kFar && high < kFar;
  if (!close || !near || wide < 0 || high < 0) return std::nullopt;
  const auto whole = [](double at) { return static_cast<int>(std::lround(at)); };
  return Blit{whole(x), whole(y), {whole(left), whole(top), whole(left + wide), whole(top + high)}};
}

void blit_row(const Texture& texture, int texel_x, int texel_y, int count, Argb color, Argb* row) {
  const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(texel_y) * texture.width + texel_x;
  if (texture.format == Texture::Format::alpha) {
    blend_covered(row, texture.data + at, count, color);
  } else {
    blend_picture(row, texture.data + at * 4, count, color);
  }
}

void draw_blit(const Blit& blit, const Texture& texture, Argb color, const Box& clip, const Pixels& target) {
  // Where texels are to be had, in coordinates of the target.
  const int from_x = blit.x - blit.texels.left;
  const int from_y = blit.y - blit.texels.top;
  const Box texels = blit.texels.within({0, 0, texture.width, texture.height});
  const Box box =
      Box{texels.left + from_x, texels.top + from_y, texels.right + from_x, texels.bottom + from_y}.within(
          clip);
  if (box.empty()) return;
  for (int y = box.top; y < box.bottom; ++y) {
    blit_row(texture, box.left - from_x, y - from_y, box.width(), color, target.row(y) + box.left);
  }
}

void draw_scaled(const Quad& quad, const Texture& texture, Argb color, const Box& clip,
                 const Pixels& target) {
  const Box box = covered(quad, clip);
  const double wide = static_cast<double>(quad.to.x) - quad.from.x;
  const double high = static_cast<double>(quad.to.y) - quad.from.y;
  for (int y = box.top; y < box.bottom; ++y) {
    const double down = (y + 0.5 - quad.from.y) / high;
    const double v = quad.uv_from.y + down * (static_cast<double>(quad.uv_to.y) - quad.uv_from.y);
    for (int x = box.left; x < box.right; ++x) {
      const double along = (x + 0.5 - quad.from.x) / wide;
      const double u = quad.uv_from.x + along * (static_cast<double>(quad.uv_to.x) - quad.uv_from.x);
      blend(target.row(y)[x], modulated(texture.smooth(u, v), color));
    }
  }
}

}  // namespace

std::optional<Quad> quad_of(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c,
                            const ImDrawVert& d) {
  const bool upright = a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x;
  const bool one_color = a.col == b.col && a.col == c.col && a.col == d.col;
  const bool straight = a.uv.y == b.uv.y && b.uv.x == c.uv.x && c.uv.y == d.uv.y && d.uv.x == a.uv.x;
  if (!upright || !one_color || !straight) return std::nullopt;
  Quad quad{a.pos, c.pos, a.uv, c.uv, a.col};
  if (quad.from.x > quad.to.x) {
    std::swap(quad.from.x, quad.to.x);
    std::swap(quad.uv_from.x, quad.uv_to.x);
  }
  if (quad.from.y > quad.to.y) {
    std::swap(quad.from.y, quad.to.y);
    std::swap(quad.uv_from.y, quad.uv_to.y);
  }
  return quad;
}

void draw_quad(const Quad& quad, const Texture& texture, const Box& clip, const Pixels& target) {
  const Argb color = from_imgui(quad.color);
  if (same(quad.uv_from, quad.uv_to)) {
    return fill(covered(quad, clip), modulated(texture.nearest(quad.uv_from), color), target);
  }
  if (const auto blit = as_blit(quad, texture)) return draw_blit(*blit, texture, color, clip, target);
  draw_scaled(quad, texture, color, clip, target);
}

bool hides(const Quad& quad, const Texture& texture, const Box& clip, const Box& box) {
  if (!same(quad.uv_from, quad.uv_to) || clip.within(box) != box) return false;
  const Argb color = modulated(texture.nearest(quad.uv_from), from_imgui(quad.color));
  return alpha_of(color) == 255 && covered(quad, box) == box;
}

}  // namespace conglang::raster
