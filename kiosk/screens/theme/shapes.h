#pragma once
// Pictures that are worked out once and blitted from then on, kept in the texture that holds the glyphs:
// without a graphics card a blit costs a tenth of a curve.

#include <imgui.h>

#include <array>
#include <map>
#include <optional>

#include "kiosk/screens/theme/coverage.h"

namespace conglang::screens {

/// Where a picture lies in `texture`; valid until the next call to ImGui.
struct Picture {
  ImTextureRef texture;
  ImVec2 uv_from;
  ImVec2 uv_to;
};

/// A slice of the roof's edge, layer by layer, from the lowest.
using EavePictures = std::array<Picture, kEaveLayers>;

/// Belongs to ImGui's current context and must not outlive it.
class Shapes {
 public:
  /// A white disc of `radius` screen pixels, 2 * radius wide.
  Picture disc(int radius);

  /// A slice of `eave`; all are worked out anew when it differs from the last one asked for.
  EavePictures eave(const EaveShape& eave, EaveSlice slice);

 private:
  void make_eave(const EaveShape& eave);

  std::map<int, ImFontAtlasRectId> discs_;
  std::optional<EaveShape> eave_;
  std::array<std::array<ImFontAtlasRectId, kEaveLayers>, 3> slices_{};  ///< of eave_
};

}  // namespace conglang::screens
