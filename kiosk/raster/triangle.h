#pragma once
// Everything that is not a rectangle along the axes. Antialiasing is ImGui's: its shapes have a rim of
// triangles that fade out. Triangles that share an edge neither leave a gap nor cover a pixel twice.

#include <imgui.h>

#include <array>

#include "kiosk/raster/texture.h"

namespace conglang::raster {

/// Draws the triangle into `target`, within `clip`, which lies within the target. Colours and texture are
/// interpolated. All coordinates must be finite.
void draw_triangle(const std::array<ImDrawVert, 3>& corners, const Texture& texture, const Box& clip,
                   const Pixels& target);

}  // namespace conglang::raster
