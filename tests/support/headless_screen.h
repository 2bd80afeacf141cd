#pragma once
// The kiosk's screens without a window, with the real type. Remembers what a frame drew.

#include <optional>
#include <string_view>

#include "kiosk/picture/page_painter.h"

namespace conglang::testing {

class HeadlessScreen {
 public:
  HeadlessScreen(int width, int height, double diagonal_inches = 21.5);

  /// Pictures come from the starter content's commune 09784.
  void show_starter_pictures();

  /// One frame. Returns what was touched in it.
  std::optional<kiosk::Action> draw(const kiosk::View& view, screens::Focus* focus = nullptr);

  /// What the last frame drew.
  const screens::Inspection& drawn() const { return drawn_; }
  const screens::Theme& theme() const { return painter_.theme(); }

  /// The last frame's pixels.
  raster::Image picture() const { return painter_.picture(); }
  void draw_into(raster::Image& image) const { painter_.draw_into(image); }

  /// Puts a finger in the middle of the target `id` of the last frame, or takes it away.
  void press(std::string_view id);
  void release();

  /// Touches the target `id` of `view`, which it draws first. Returns what that did.
  std::optional<kiosk::Action> tap(const kiosk::View& view, std::string_view id);

  /// Puts a finger on a point, in reference pixels, or moves it there.
  void touch(float x, float y);
  void move(float x, float y);

  /// Frames of `view` until nothing moves by itself any more, at most `most`. Returns the last action.
  std::optional<kiosk::Action> draw_until_still(const kiosk::View& view, int most = 1000);

 private:
  picture::Panel panel_;
  picture::PagePainter painter_;
  screens::Inspection drawn_;
};

}  // namespace conglang::testing
