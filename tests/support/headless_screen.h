#pragma once
// The kiosk's screens without a window: ImGui with the real type and no renderer. Remembers what a frame
// drew.

#include <imgui.h>

#include <optional>

#include "kiosk/screens/screen.h"
#include "kiosk/screens/theme/shapes.h"

namespace conglang::testing {

class HeadlessScreen {
 public:
  HeadlessScreen(int width, int height, double diagonal_inches = 21.5);
  ~HeadlessScreen();
  HeadlessScreen(const HeadlessScreen&) = delete;
  HeadlessScreen& operator=(const HeadlessScreen&) = delete;

  /// One frame. Returns what was touched in it.
  std::optional<kiosk::Action> draw(const kiosk::View& view);

  /// What the last frame drew.
  const screens::Inspection& drawn() const { return drawn_; }
  const screens::Theme& theme() const { return theme_; }

  /// Puts a finger in the middle of the target `id` of the last frame, or takes it away.
  void press(std::string_view id);
  void release();

 private:
  int width_;
  int height_;
  double diagonal_inches_;
  screens::Fonts fonts_;
  screens::Shapes shapes_;
  screens::Theme theme_;
  screens::Inspection drawn_;
};

}  // namespace conglang::testing
