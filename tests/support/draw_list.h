#pragma once
// Draw data for renderers, made by hand: no ImGui context, no fonts.

#include <imgui.h>

#include <array>

namespace conglang::testing {

/// A texture with pixels of its own, filled with 255.
class HandMadeTexture {
 public:
  HandMadeTexture(ImTextureFormat format, int width, int height) {
    data_.Create(format, width, height);
    for (int i = 0; i < data_.GetSizeInBytes(); ++i) data_.Pixels[i] = 255;
    data_.SetTexID(1);
    data_.SetStatus(ImTextureStatus_OK);
  }
  HandMadeTexture(const HandMadeTexture&) = delete;
  HandMadeTexture& operator=(const HandMadeTexture&) = delete;

  ImTextureData& data() { return data_; }

 private:
  ImTextureData data_;
};

/// One list with one command, drawn with `texture` and clipped to 0, 0, `width`, `height` at first.
class HandMadeDrawing {
 public:
  HandMadeDrawing(HandMadeTexture& texture, float width, float height) : list_(nullptr) {
    ImDrawCmd command;
    command.ClipRect = {0, 0, width, height};
    command.TexRef = texture.data().GetTexRef();
    list_.CmdBuffer.push_back(command);
    data_.CmdLists.push_back(&list_);
    data_.CmdListsCount = 1;
  }
  HandMadeDrawing(const HandMadeDrawing&) = delete;
  HandMadeDrawing& operator=(const HandMadeDrawing&) = delete;

  ImDrawCmd& command() { return list_.CmdBuffer.back(); }
  ImDrawList& list() { return list_; }

  /// A rectangle as ImGui makes them.
  void rectangle(ImVec2 from, ImVec2 to, ImU32 color, ImVec2 uv_from = {0.5F, 0.5F},
                 ImVec2 uv_to = {0.5F, 0.5F}) {
    const auto first = static_cast<ImDrawIdx>(list_.VtxBuffer.Size);
    list_.VtxBuffer.push_back({from, uv_from, color});
    list_.VtxBuffer.push_back({{to.x, from.y}, {uv_to.x, uv_from.y}, color});
    list_.VtxBuffer.push_back({to, uv_to, color});
    list_.VtxBuffer.push_back({{from.x, to.y}, {uv_from.x, uv_to.y}, color});
    for (const int i : {0, 1, 2, 0, 2, 3}) index(static_cast<ImDrawIdx>(first + i));
  }

  void triangle(const std::array<ImDrawVert, 3>& corners) {
    for (const ImDrawVert& corner : corners) {
      index(static_cast<ImDrawIdx>(list_.VtxBuffer.Size));
      list_.VtxBuffer.push_back(corner);
    }
  }

  void index(ImDrawIdx index) {
    list_.IdxBuffer.push_back(index);
    ++command().ElemCount;
  }

  const ImDrawData& data() { return data_; }

 private:
  ImDrawList list_;
  ImDrawData data_;
};

}  // namespace conglang::testing
