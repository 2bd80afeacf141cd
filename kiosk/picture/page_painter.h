#pragma once
// Draws pages of the kiosk into memory, with the same screens and the same rasteriser as on the wall: for the
// preview of a draft, and for tests.

#include <filesystem>
#include <memory>
#include <optional>

#include "kiosk/model/action.h"
#include "kiosk/picture/imgui_session.h"
#include "kiosk/raster/pixels.h"
#include "kiosk/screens/screen.h"
#include "kiosk/screens/theme/shapes.h"

namespace conglang::picture {

/// The panel that a page is drawn for.
struct Panel {
  int width = 1920;
  int height = 1080;
  double diagonal_inches = 21.5;
};

/// Owns ImGui's current context: one at a time.
class PagePainter {
 public:
  /// Errors: not_found, type that is missing in `assets`.
  static Result<PagePainter> open(const std::filesystem::path& assets);

  /// One frame of `view`, laid out but not yet pixels. Returns what was touched in it. `inspection` may be
  /// null.
  std::optional<kiosk::Action> frame(const kiosk::View& view, const Panel& panel,
                                     screens::Inspection* inspection = nullptr);

  /// The last frame's pixels.
  raster::Image picture() const;

  /// The same over what `image` holds, as far as it reaches.
  void draw_into(raster::Image& image) const;

  /// Of the last frame.
  const screens::Theme& theme() const { return theme_; }

 private:
  PagePainter(std::unique_ptr<ImGuiSession> session, const screens::Fonts& fonts)
      : session_(std::move(session)), fonts_(fonts), shapes_(std::make_unique<screens::Shapes>()) {}

  std::unique_ptr<ImGuiSession> session_;
  screens::Fonts fonts_;
  std::unique_ptr<screens::Shapes> shapes_;  ///< where the theme finds them, wherever this is moved to
  screens::Theme theme_;
};

}  // namespace conglang::picture
