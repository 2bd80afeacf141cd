#pragma once
// Walks through what ImGui has to draw: rectangles where six indices make one, triangles otherwise. Indices
// out of range and coordinates that are no numbers are passed over.

#include <imgui.h>

#include <array>

#include "kiosk/raster/quad.h"
#include "kiosk/raster/texture.h"

namespace conglang::raster {

/// What the primitives of one command have in common.
struct Batch {
  Texture texture;
  Box clip;  ///< within the picture, not empty
};

/// One command's indices into its list's vertices.
class Run {
 public:
  Run(const ImDrawList& list, const ImDrawCmd& command);

  unsigned count() const { return count_; }

  /// The vertex that index `i` means; null when there is none, or it is not at any place.
  const ImDrawVert* vertex(unsigned i) const;

  /// The rectangle that the six indices from `i` make.
  std::optional<Quad> quad(unsigned i) const;

 private:
  const ImDrawVert* vertices_ = nullptr;
  const ImDrawIdx* indices_ = nullptr;
  unsigned vertex_count_ = 0;
  unsigned count_ = 0;
};

/// Where `command` may draw in `bounds`, in whole pixels, cut off as ImGui's other renderers do.
Box clip_of(const ImDrawCmd& command, const Box& bounds);

/// The pixels within `clip` that a rectangle from `from` to `to` may reach: a glyph is moved to the nearest
/// pixel and may be a hair larger.
Box reach(ImVec2 from, ImVec2 to, const Box& clip);

/// The same of a triangle.
Box reach(const std::array<ImDrawVert, 3>& corners, const Box& clip);

/// Calls `on_run(batch, run)` in drawing order for all that may be seen within `bounds`.
template <typename OnRun>
void for_each_run(const ImDrawData& data, const Box& bounds, OnRun on_run) {
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (command.UserCallback != nullptr) continue;
      const auto texture = texture_of(command.TexRef);
      const Box clip = clip_of(command, bounds);
      if (texture && !clip.empty()) on_run(Batch{*texture, clip}, Run(*list, command));
    }
  }
}

/// Calls `on_quad(quad)` and `on_triangle(corners)` in drawing order.
template <typename OnQuad, typename OnTriangle>
void for_each_primitive(const Run& run, OnQuad on_quad, OnTriangle on_triangle) {
  for (unsigned i = 0; run.count() - i >= 3;) {
    if (run.count() - i >= 6) {
      if (const auto quad = run.quad(i)) {
        on_quad(*quad);
        i += 6;
        continue;
      }
    }
    const std::array corners{run.vertex(i), run.vertex(i + 1), run.vertex(i + 2)};
    i += 3;
    if (corners[0] == nullptr || corners[1] == nullptr || corners[2] == nullptr) continue;
    on_triangle(std::array<ImDrawVert, 3>{*corners[0], *corners[1], *corners[2]});
  }
}

}  // namespace conglang::raster
