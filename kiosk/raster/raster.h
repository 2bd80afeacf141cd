#pragma once
// Draws what Dear ImGui has to draw into pixels in memory, without a graphics card and without SDL. Screens
// are mostly rectangles and glyphs, and those are whole rows and blits here; the rest are triangles. Whatever
// the draw data holds (indices out of range, coordinates that are no numbers, huge rectangles), nothing is
// written outside the pixels and nothing is read outside the data.

#include <imgui.h>

#include "kiosk/raster/pixels.h"

namespace conglang::raster {

/// Draws `data`, one ImGui unit a pixel, over what `target` holds; what nothing is drawn over stays. Drawn
/// pixels are opaque. Callbacks in the lists are not called.
void draw(const ImDrawData& data, const Pixels& target);

/// The same, but no pixel outside of `part` is touched.
void draw(const ImDrawData& data, const Pixels& target, const Box& part);

/// The same over black, whatever `target` held; quicker for parts of many rows.
void draw_anew(const ImDrawData& data, const Pixels& target, const Box& part);

/// Does for `textures` what ImGui asks of a renderer, before each draw(): they are read in place, so there is
/// little to do.
void serve_textures(ImVector<ImTextureData*>& textures);

/// Lets go of all `textures`, before ImGui's context ends.
void release_textures(ImVector<ImTextureData*>& textures);

}  // namespace conglang::raster
