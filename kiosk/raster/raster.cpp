#include "kiosk/raster/raster.h"

#include <array>
#include <cmath>

#include "kiosk/raster/edge.h"
#include "kiosk/raster/quad.h"
#include "kiosk/raster/triangle.h"

namespace conglang::raster {
namespace {

bool finite(const ImDrawVert& vertex) {
  return std::isfinite(vertex.pos.x) && std::isfinite(vertex.pos.y) && std::isfinite(vertex.uv.x) &&
         std::isfinite(vertex.uv.y);
}

// Cut off as ImGui's other renderers do: whole pixels towards zero.
int clip_edge(float at, int low, int high) {
  if (std::isnan(at)) return low;
  return static_cast<int>(std::clamp(at, static_cast<float>(low), static_cast<float>(high)));
}

Box clip_of(const ImDrawCmd& command, const Pixels& target) {
  return {clip_edge(command.ClipRect.x, 0, target.width), clip_edge(command.ClipRect.y, 0, target.height),
          clip_edge(command.ClipRect.z, 0, target.width), clip_edge(command.ClipRect.w, 0, target.height)};
}

// One command's triangles.
class Run {
 public:
  Run(const ImDrawList& list, const ImDrawCmd& command)
      : vertices_(list.VtxBuffer.Data), indices_(list.IdxBuffer.Data + command.IdxOffset) {
    const auto in_list = static_cast<unsigned>(list.VtxBuffer.Size);
    first_vertex_ = command.VtxOffset;
    vertex_count_ = command.VtxOffset < in_list ? in_list - command.VtxOffset : 0;
  }

  /// The vertex that index `i` means; null when there is none, or it is not at any place.
  const ImDrawVert* vertex(unsigned i) const {
    const unsigned index = indices_[i];
    if (index >= vertex_count_) return nullptr;
    const ImDrawVert* const found = vertices_ + first_vertex_ + index;
    return finite(*found) ? found : nullptr;
  }

  /// The rectangle that the six indices from `i` make.
  std::optional<Quad> quad(unsigned i) const {
    if (indices_[i + 3] != indices_[i] || indices_[i + 4] != indices_[i + 2]) return std::nullopt;
    const ImDrawVert* const a = vertex(i);
    const ImDrawVert* const b = vertex(i + 1);
    const ImDrawVert* const c = vertex(i + 2);
    const ImDrawVert* const d = vertex(i + 5);
    if (a == nullptr || b == nullptr || c == nullptr || d == nullptr) return std::nullopt;
    return quad_of(*a, *b, *c, *d);
  }

 private:
  const ImDrawVert* vertices_;
  const ImDrawIdx* indices_;
  unsigned first_vertex_ = 0;
  unsigned vertex_count_ = 0;
};

void draw_command(const ImDrawList& list, const ImDrawCmd& command, const Pixels& target) {
  const Box clip = clip_of(command, target);
  const auto texture = texture_of(command.TexRef);
  const auto in_list = static_cast<unsigned>(list.IdxBuffer.Size);
  if (clip.empty() || !texture || command.IdxOffset >= in_list) return;
  const unsigned count = std::min(command.ElemCount, in_list - command.IdxOffset);
  const Run run(list, command);
  for (unsigned i = 0; count - i >= 3;) {
    if (count - i >= 6) {
      if (const auto quad = run.quad(i)) {
        draw_quad(*quad, *texture, clip, target);
        i += 6;
        continue;
      }
    }
    const std::array corners{run.vertex(i), run.vertex(i + 1), run.vertex(i + 2)};
    i += 3;
    if (corners[0] == nullptr || corners[1] == nullptr || corners[2] == nullptr) continue;
    draw_triangle({*corners[0], *corners[1], *corners[2]}, *texture, clip, target);
  }
}

}  // namespace

void draw(const ImDrawData& data, const Pixels& target) {
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (command.UserCallback == nullptr) draw_command(*list, command, target);
    }
  }
}

void serve_textures(ImVector<ImTextureData*>& textures) {
  for (ImTextureData* texture : textures) {
    if (texture->Status == ImTextureStatus_WantDestroy && texture->UnusedFrames > 0) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status == ImTextureStatus_WantCreate ||
               texture->Status == ImTextureStatus_WantUpdates) {
      texture->SetTexID(1);  // any but the invalid one: pixels are found by the texture itself
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

void release_textures(ImVector<ImTextureData*>& textures) {
  for (ImTextureData* texture : textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
}

}  // namespace conglang::raster
