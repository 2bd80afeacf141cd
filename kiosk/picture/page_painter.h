#pragma once
// Draws pages of the kiosk into memory, with the same screens and the same rasteriser as on the wall: for the
// preview of a draft, and for tests.

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/model/action.h"
#include "kiosk/picture/imgui_session.h"
#include "kiosk/picture/picture_cache.h"
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

  /// From now on the village's pictures are read by `bytes_of`, within the frame that shows them. Without,
  /// their places stay empty.
  void show_pictures(std::function<Result<std::string>(const std::string& file)> bytes_of);

  /// "<file>: why it cannot be shown", of those asked for since show_pictures().
  const std::vector<std::string>& unusable_pictures() const { return *unusable_; }

  /// One frame of `view`, laid out but not yet pixels. Returns what was touched in it. `inspection` and
  /// `focus` may be null.
  std::optional<kiosk::Action> frame(const kiosk::View& view, const Panel& panel,
                                     screens::Inspection* inspection = nullptr,
                                     screens::Focus* focus = nullptr);

  /// The last frame's pixels.
  raster::Image picture() const;

  /// The same over what `image` holds, as far as it reaches.
  void draw_into(raster::Image& image) const;

  /// The page moves by itself: the next frame is due without any input.
  bool is_running() const { return motion_.is_running(); }

  /// Of the last frame.
  const screens::Theme& theme() const { return theme_; }

 private:
  PagePainter(std::unique_ptr<ImGuiSession> session, const screens::Fonts& fonts)
      : session_(std::move(session)), fonts_(fonts), shapes_(std::make_unique<screens::Shapes>()) {}

  std::unique_ptr<ImGuiSession> session_;
  screens::Fonts fonts_;
  // Where the theme finds them, wherever this is moved to.
  std::unique_ptr<screens::Shapes> shapes_;
  std::unique_ptr<PictureCache> pictures_;
  std::unique_ptr<std::vector<std::string>> unusable_ = std::make_unique<std::vector<std::string>>();
  screens::Theme theme_;
  screens::ScrollMotion motion_;
};

}  // namespace conglang::picture
