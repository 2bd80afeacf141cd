#include "kiosk/screens/widgets/focus.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace conglang::screens {
namespace {

bool lies_in(Rect inner, Rect outer) {
  return inner.middle_x() >= outer.x && inner.middle_x() <= outer.right() && inner.middle_y() >= outer.y &&
         inner.middle_y() <= outer.bottom();
}

struct Way {
  float ahead = 0;  ///< from edge to edge in the direction of the key
  float aside = 0;  ///< across it; 0 where both lie in one row or column
};

float gap(float from, float to, float other_from, float other_to) {
  return std::max({0.0F, other_from - to, from - other_to});
}

Way way(Rect from, Rect to, Key key) {
  switch (key) {
    case Key::left:
      return {from.x - to.right(), gap(from.y, from.bottom(), to.y, to.bottom())};
    case Key::right:
      return {to.x - from.right(), gap(from.y, from.bottom(), to.y, to.bottom())};
    case Key::up:
      return {from.y - to.bottom(), gap(from.x, from.right(), to.x, to.right())};
    default:
      return {to.y - from.bottom(), gap(from.x, from.right(), to.x, to.right())};
  }
}

/// How far something is for the eye: what is ahead before what is aside. Rows touch and overlap by a border.
constexpr float kOverlap = -12;
constexpr float kAside = 4;

float distance(Rect from, Rect to, Key key) {
  const Way there = way(from, to, key);
  if (there.ahead < kOverlap) return HUGE_VALF;
  const float slant = std::abs(from.middle_x() - to.middle_x()) + std::abs(from.middle_y() - to.middle_y());
  return std::max(there.ahead, 0.0F) + kAside * there.aside + slant / 100;
}

}  // namespace

const Focus::Target* Focus::current() const {
  const auto found = std::ranges::find(targets_, id_, &Target::id);
  return found == targets_.end() ? nullptr : &*found;
}

void Focus::press(Key key) {
  if (key == Key::back || targets_.empty()) return;
  if (!shown_ || current() == nullptr) {
    shown_ = true;
    start();
  } else if (key == Key::enter) {
    entered_ = true;
  } else {
    move(key);
  }
}

void Focus::start() {
  // The first to be read: highest, then leftmost.
  const auto first = std::ranges::min_element(
      targets_, [](Rect one, Rect other) { return std::pair(one.y, one.x) < std::pair(other.y, other.x); },
      &Target::box);
  id_ = first->id;
  box_ = first->box;
}

void Focus::move(Key key) {
  const Target* nearest = nullptr;
  float least = HUGE_VALF;
  for (const Target& target : targets_) {
    if (target.id == id_) continue;
    const float there = distance(box_, target.box, key);
    if (there >= least) continue;
    least = there;
    nearest = &target;
  }
  if (nearest == nullptr) return;
  id_ = nearest->id;
  box_ = nearest->box;
}

void Focus::hide() {
  shown_ = false;
  entered_ = false;
  name_.clear();
}

void Focus::begin_frame() {
  targets_.clear();
  naming_.clear();
}

bool Focus::meets(std::string_view id, Rect box) {
  targets_.push_back({std::string(id), box});
  if (!shown_ || id != id_) return false;
  box_ = box;
  return std::exchange(entered_, false);
}

void Focus::reads(std::string_view text, Rect box) {
  if (!shown_ || text.empty() || !lies_in(box, box_) || current() == nullptr) return;
  if (!naming_.empty()) naming_ += ", ";
  naming_ += text;
}

void Focus::end_frame() {
  entered_ = false;
  settled_ = !shown_ || targets_.empty() || current() != nullptr;
  if (!settled_) start();  // another page
  name_ = shown_ && settled_ ? naming_ : std::string();
}

std::optional<Rect> Focus::ring() const {
  if (!shown_ || current() == nullptr) return std::nullopt;
  return box_;
}

}  // namespace conglang::screens
