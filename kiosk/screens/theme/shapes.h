#pragma once
// Pictures that are worked out once and blitted from then on, kept in the texture that holds the glyphs:
// without a graphics card a blit costs a tenth of a curve.

#include <imgui.h>

#include <map>
#include <optional>

#include "kiosk/screens/theme/raster.h"

namespace conglang::screens {

/// Where a picture lies in `texture`; valid until the next call to ImGui.
struct Picture {
  ImTextureRef texture;
  ImVec2 uv_from;
  ImVec2 uv_to;
};

/// The roof's edge in three slices; the middle one is repeated.
struct EavePictures {
  Picture left;
  Picture middle;
  Picture right;
};

/// Belongs to ImGui's current context and must not outlive it.
class Shapes {
 public:
  /// A white disc of `radius` screen pixels, 2 * radius wide.
  Picture disc(int radius);

  /// The slices of `eave`, drawn anew when it differs from the last one asked for.
  EavePictures eave(const EaveShape& eave);

 private:
  std::map<int, ImFontAtlasRectId> discs_;
  std::optional<EaveShape> eave_;
  ImFontAtlasRectId slices_[3] = {ImFontAtlasRectId_Invalid, ImFontAtlasRectId_Invalid,
                                  ImFontAtlasRectId_Invalid};
};

}  // namespace conglang::screens
