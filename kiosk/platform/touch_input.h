#pragma once
// From SDL's events to ImGui's mouse: the one finger that points, or a mouse. Nothing else gets in: a kiosk
// has no keyboard, no wheel and no second button.
//
// The finger that came last points; whoever leans on the panel with the other hand is not in the way. Three
// fingers or more are a palm, an arm or a child's game: nothing is touched until all of them are gone. Who
// taps twice, as on a computer, means one touch: the second does not fall on the page that the first has
// opened.

#include <SDL_events.h>
#include <imgui.h>

#include <functional>
#include <vector>

#include "kiosk/raster/rotation.h"

namespace conglang::platform {

/// The panel that is touched.
struct Panel {
  raster::Size display;  ///< pixels of the window
  raster::Rotation rotation = raster::Rotation::none;
};

class TouchInput {
 public:
  using StillDown = std::function<bool(SDL_TouchID device, SDL_FingerID finger)>;

  /// `still_down`: whether a finger that came down is there still; a panel that is unplugged takes its
  /// fingers along without a word.
  explicit TouchInput(StillDown still_down) : still_down_(std::move(still_down)) {}

  /// Gives `event` to `io` if it is a touch. Returns whether a frame is needed for it.
  bool take(const SDL_Event& event, const Panel& panel, ImGuiIO& io);

  /// Forgets fingers that are gone without an event. To be called when every event has been taken: only then
  /// do those that `still_down` knows of fit them. Returns whether a frame is needed for it.
  bool forget_lost(ImGuiIO& io);

  /// What lies under the finger has just become something else.
  void page_turned() { page_turned_ = true; }

 private:
  struct Finger {
    SDL_TouchID device;
    SDL_FingerID id;
    bool operator==(const Finger&) const = default;
  };

  bool take_mouse(const SDL_Event& event, const Panel& panel, ImGuiIO& io);
  bool take_finger(const SDL_TouchFingerEvent& event, const Panel& panel, ImGuiIO& io);
  bool finger_down(const Finger& finger, ImVec2 at, Uint32 now_ms, ImGuiIO& io);
  bool finger_up(const Finger& finger, ImVec2 at, Uint32 now_ms, ImGuiIO& io);
  bool is_second_tap(ImVec2 at, Uint32 now_ms, const ImGuiIO& io) const;

  StillDown still_down_;
  std::vector<Finger> down_;  ///< in the order they came
  bool pressed_ = false;      ///< the last of them points
  bool palm_ = false;         ///< nothing counts until all are gone
  bool page_turned_ = false;  ///< since the last press
  ImVec2 last_up_;
  Uint32 last_up_ms_ = 0;
};

/// Asks SDL.
bool is_finger_down(SDL_TouchID device, SDL_FingerID finger);

}  // namespace conglang::platform
