#pragma once
// Rectangles along the axes: what a screen is made of. A plain one is a fill of whole rows, a glyph or a
// picture at its own size a blit without any sampling.

#include <imgui.h>

#include <optional>

#include "kiosk/raster/texture.h"

namespace conglang::raster {

struct Quad {
  ImVec2 from;
  ImVec2 to;
  ImVec2 uv_from;
  ImVec2 uv_to;
  ImU32 color = 0;
};

/// The rectangle that six indices of ImGui make, if they make one of a single colour: corners a, b, c, d
/// clockwise from the upper left, as triangles a b c and a c d. All coordinates must be finite.
std::optional<Quad> quad_of(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c,
                            const ImDrawVert& d);

/// Draws `quad` into `target`, within `clip`, which lies within the target. A pixel is covered when its
/// middle is.
void draw_quad(const Quad& quad, const Texture& texture, const Box& clip, const Pixels& target);

/// True when draw_quad() within `clip` leaves nothing to be seen of what `box` held. `box` is not empty.
bool hides(const Quad& quad, const Texture& texture, const Box& clip, const Box& box);

}  // namespace conglang::raster
