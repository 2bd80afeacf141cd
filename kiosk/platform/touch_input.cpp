#include "kiosk/platform/touch_input.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <utility>

namespace conglang::platform {
namespace {

constexpr std::size_t kPalm = 3;

// A second tap comes within this time of the first, and within this part of the picture's height.
constexpr Uint32 kSecondTapMs = 400;
constexpr float kSecondTapReach = 1 / 20.0F;

ImVec2 on_picture(float x, float y, const Panel& panel) {
  const raster::Point at = raster::on_picture({x, y}, panel.display, panel.rotation);
  return {at.x, at.y};
}

// In the middle of the pixel, so that the last row of a turned picture is within it.
ImVec2 on_picture(int x, int y, const Panel& panel) {
  return on_picture(static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F, panel);
}

void press(ImVec2 at, ImGuiIO& io) {
  // An event says where the finger is, and is believed: the position known before is that of the last finger.
  io.AddMousePosEvent(at.x, at.y);
  io.AddMouseButtonEvent(0, true);
}

void release(ImVec2 at, ImGuiIO& io) {
  io.AddMousePosEvent(at.x, at.y);
  io.AddMouseButtonEvent(0, false);
}

// Released where nothing is.
void let_go(ImGuiIO& io) {
  release({-FLT_MAX, -FLT_MAX}, io);
}

}  // namespace

bool TouchInput::take(const SDL_Event& event, const Panel& panel, ImGuiIO& io) {
  switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
      return take_finger(event.tfinger, panel, io);
    case SDL_MOUSEMOTION:
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      return take_mouse(event, panel, io);
    case SDL_WINDOWEVENT:
      // The release may happen where it is not seen: nothing stays pressed.
      if (event.window.event != SDL_WINDOWEVENT_LEAVE || !io.MouseDown[0] || pressed_) return false;
      let_go(io);
      return true;
    default:
      return false;
  }
}

bool TouchInput::take_mouse(const SDL_Event& event, const Panel& panel, ImGuiIO& io) {
  if (event.type == SDL_MOUSEMOTION) {
    if (event.motion.which == SDL_TOUCH_MOUSEID || (event.motion.state & SDL_BUTTON_LMASK) == 0) return false;
    const ImVec2 at = on_picture(event.motion.x, event.motion.y, panel);
    io.AddMousePosEvent(at.x, at.y);
    return true;
  }
  if (event.button.which == SDL_TOUCH_MOUSEID || event.button.button != SDL_BUTTON_LEFT) return false;
  const ImVec2 at = on_picture(event.button.x, event.button.y, panel);
  event.type == SDL_MOUSEBUTTONDOWN ? press(at, io) : release(at, io);
  return true;
}

bool TouchInput::take_finger(const SDL_TouchFingerEvent& event, const Panel& panel, ImGuiIO& io) {
  const Finger finger{event.touchId, event.fingerId};
  const ImVec2 at = on_picture(event.x * static_cast<float>(panel.display.width),
                               event.y * static_cast<float>(panel.display.height), panel);
  if (event.type == SDL_FINGERDOWN) return finger_down(finger, at, event.timestamp, io);
  if (event.type == SDL_FINGERUP) return finger_up(finger, at, event.timestamp, io);
  if (!pressed_ || down_.back() != finger) return false;
  io.AddMousePosEvent(at.x, at.y);
  return true;
}

bool TouchInput::finger_down(const Finger& finger, ImVec2 at, Uint32 now_ms, ImGuiIO& io) {
  std::erase(down_, finger);
  const bool was_pressed = std::exchange(pressed_, false);
  if (was_pressed) let_go(io);
  down_.push_back(finger);
  palm_ = palm_ || down_.size() >= kPalm;
  const bool second_tap = is_second_tap(at, now_ms, io);
  page_turned_ = false;
  if (palm_ || second_tap) return was_pressed;
  pressed_ = true;
  press(at, io);
  return true;
}

bool TouchInput::forget_lost(ImGuiIO& io) {
  if (down_.empty()) return false;
  const Finger last = down_.back();
  std::erase_if(down_, [&](const Finger& one) { return !still_down_(one.device, one.id); });
  if (down_.empty()) palm_ = false;
  if (!pressed_ || (!down_.empty() && down_.back() == last)) return false;
  pressed_ = false;
  let_go(io);
  return true;
}

bool TouchInput::is_second_tap(ImVec2 at, Uint32 now_ms, const ImGuiIO& io) const {
  const float reach = io.DisplaySize.y * kSecondTapReach;
  const bool near = std::hypot(at.x - last_up_.x, at.y - last_up_.y) <= reach;
  return page_turned_ && near && now_ms - last_up_ms_ <= kSecondTapMs;
}

bool TouchInput::finger_up(const Finger& finger, ImVec2 at, Uint32 now_ms, ImGuiIO& io) {
  const bool pointed = pressed_ && down_.back() == finger;
  std::erase(down_, finger);
  if (down_.empty()) palm_ = false;
  if (!pointed) return false;
  pressed_ = false;
  last_up_ = at;
  last_up_ms_ = now_ms;
  release(at, io);
  return true;
}

bool is_finger_down(SDL_TouchID device, SDL_FingerID finger) {
  for (int i = 0; i < SDL_GetNumTouchFingers(device); ++i) {
    const SDL_Finger* const one = SDL_GetTouchFinger(device, i);
    if (one != nullptr && one->id == finger) return true;
  }
  return false;
}

}  // namespace conglang::platform
