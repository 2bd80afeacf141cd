#include "kiosk/screens/widgets/scroll_motion.h"

#include <algorithm>
#include <cmath>

namespace conglang::screens {
namespace {

// A page that was pushed slows down by 1/e in this time: about what telephones have taught everybody to
// expect. One that only has to find its rest does it faster.
constexpr float kPushed = 0.3F;
constexpr float kNotPushed = 0.09F;
// The speed of a finger is that of its last tenth of a second: one that waited lets go without a push.
constexpr float kSpeedWindow = 0.1F;
constexpr float kFastest = 9000;  // reference pixels a second
constexpr float kNear = 1;

}  // namespace

void ScrollMotion::begin_frame(const std::string& page, const Finger& finger, float seconds, Pace pace) {
  if (page != page_ || !followed_) phase_ = Phase::resting;
  if (page != page_) now_ = 0;
  page_ = page;
  followed_ = false;
  pressed_now_ = finger.down && !finger_.down;
  released_now_ = !finger.down && finger_.down;
  finger_ = finger;
  pace_ = pace;
  elapsed_ = seconds;
  now_ += seconds;
  takes_touch_ = false;
}

ScrollMotion::Place ScrollMotion::follow(Rect viewport, float resting, const Track& track) {
  followed_ = true;
  if (track.furthest <= 0) return {};
  resting = std::clamp(resting, 0.0F, track.furthest);
  if (phase_ == Phase::resting) offset_ = resting;
  if (pressed_now_ && viewport.holds(finger_.x, finger_.y)) press(offset_);
  if (phase_ == Phase::pressed || phase_ == Phase::dragged) {
    if (finger_.down) {
      drag(track);
    } else if (released_now_) {
      return let_go(resting, track);
    } else {
      phase_ = Phase::resting;
    }
    takes_touch_ = phase_ == Phase::dragged || stopped_by_touch_;
  }
  if (phase_ == Phase::running) return run(track);
  return {offset_, std::nullopt};
}

void ScrollMotion::press(float offset) {
  stopped_by_touch_ = phase_ == Phase::running;
  phase_ = Phase::pressed;
  offset_ = drag_from_ = offset;
  drag_from_y_ = finger_.y;
  samples_.assign(1, {finger_.y, now_});
}

void ScrollMotion::drag(const Track& track) {
  if (phase_ == Phase::pressed && std::abs(finger_.y - drag_from_y_) > kSlop) {
    phase_ = Phase::dragged;
    drag_from_y_ = finger_.y;  // from here on: the page does not jump by what the finger took to be believed
  }
  if (finger_.y != samples_.back().y) samples_.push_back({finger_.y, now_});
  if (samples_.size() > 32) samples_.erase(samples_.begin());
  if (phase_ == Phase::dragged)
    offset_ = std::clamp(drag_from_ - (finger_.y - drag_from_y_), 0.0F, track.furthest);
}

float ScrollMotion::speed() const {
  const auto first = std::find_if(samples_.begin(), samples_.end(),
                                  [&](const Sample& sample) { return now_ - sample.at <= kSpeedWindow; });
  if (first == samples_.end()) return 0;
  const float time = now_ - first->at;
  if (time <= 0) return 0;
  return std::clamp((first->y - samples_.back().y) / time, -kFastest, kFastest);
}

ScrollMotion::Place ScrollMotion::let_go(float resting, const Track& track) {
  takes_touch_ = phase_ == Phase::dragged || stopped_by_touch_;
  if (!takes_touch_) {
    phase_ = Phase::resting;
    return {resting, std::nullopt};
  }
  const float push = phase_ == Phase::dragged && pace_ == Pace::running_on ? speed() * kPushed : 0;
  slowing_ = push == 0 ? kNotPushed : kPushed;
  run_from_ = offset_;
  run_to_ = track.nearest_rest(std::clamp(offset_ + push, 0.0F, track.furthest));
  run_time_ = 0;
  phase_ = Phase::running;
  return run(track);
}

ScrollMotion::Place ScrollMotion::run(const Track& track) {
  run_to_ = std::min(run_to_, track.furthest);
  run_time_ += elapsed_;
  offset_ = run_to_ - (run_to_ - run_from_) * std::exp(-run_time_ / slowing_);
  if (pace_ == Pace::running_on && std::abs(run_to_ - offset_) > kNear) return {offset_, std::nullopt};
  phase_ = Phase::resting;
  return {run_to_, run_to_};
}

}  // namespace conglang::screens
