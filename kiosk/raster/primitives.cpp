#include "kiosk/raster/primitives.h"

#include <cmath>

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

}  // namespace

Run::Run(const ImDrawList& list, const ImDrawCmd& command) {
  const auto vertices = static_cast<unsigned>(list.VtxBuffer.Size);
  const auto indices = static_cast<unsigned>(list.IdxBuffer.Size);
  if (command.VtxOffset >= vertices || command.IdxOffset >= indices) return;
  vertices_ = list.VtxBuffer.Data + command.VtxOffset;
  indices_ = list.IdxBuffer.Data + command.IdxOffset;
  vertex_count_ = vertices - command.VtxOffset;
  count_ = std::min(command.ElemCount, indices - command.IdxOffset);
}

const ImDrawVert* Run::vertex(unsigned i) const {
  const unsigned index = indices_[i];
  if (index >= vertex_count_) return nullptr;
  const ImDrawVert* const found = vertices_ + index;
  return finite(*found) ? found : nullptr;
}

std::optional<Quad> Run::quad(unsigned i) const {
  if (indices_[i + 3] != indices_[i] || indices_[i + 4] != indices_[i + 2]) return std::nullopt;
  const ImDrawVert* const a = vertex(i);
  const ImDrawVert* const b = vertex(i + 1);
  const ImDrawVert* const c = vertex(i + 2);
  const ImDrawVert* const d = vertex(i + 5);
  if (a == nullptr || b == nullptr || c == nullptr || d == nullptr) return std::nullopt;
  return quad_of(*a, *b, *c, *d);
}

Box clip_of(const ImDrawCmd& command, const Box& bounds) {
  const ImVec4& clip = command.ClipRect;
  return {clip_edge(clip.x, bounds.left, bounds.right), clip_edge(clip.y, bounds.top, bounds.bottom),
          clip_edge(clip.z, bounds.left, bounds.right), clip_edge(clip.w, bounds.top, bounds.bottom)};
}

Box reach(ImVec2 from, ImVec2 to, const Box& clip) {
  const auto edge = [](float at, int low, int high) {
    return static_cast<int>(std::clamp(at, static_cast<float>(low), static_cast<float>(high)));
  };
  return {edge(std::floor(from.x) - 1, clip.left, clip.right),
          edge(std::floor(from.y) - 1, clip.top, clip.bottom),
          edge(std::ceil(to.x) + 2, clip.left, clip.right), edge(std::ceil(to.y) + 2, clip.top, clip.bottom)};
}

Box reach(const std::array<ImDrawVert, 3>& corners, const Box& clip) {
  const auto [left, right] = std::minmax({corners[0].pos.x, corners[1].pos.x, corners[2].pos.x});
  const auto [top, bottom] = std::minmax({corners[0].pos.y, corners[1].pos.y, corners[2].pos.y});
  return reach({left, top}, {right, bottom}, clip);
}

}  // namespace conglang::raster
