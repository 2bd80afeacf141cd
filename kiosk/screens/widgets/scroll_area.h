#pragma once
// A part of the page that is taller than its place: what is inside is drawn at `y(...)` and clipped, until
// the area goes out of scope.

#include <optional>

#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

class ScrollArea {
 public:
  /// `viewport`: its place. `resting`: the offset that it was left at.
  ScrollArea(Canvas& canvas, Rect viewport, float resting, const Track& track);
  ~ScrollArea();
  ScrollArea(const ScrollArea&) = delete;
  ScrollArea& operator=(const ScrollArea&) = delete;

  float offset() const { return place_.offset; }

  /// Set in the frame in which it came to rest: what to send to the model.
  std::optional<float> rest() const { return place_.rest; }

  /// True when all of it is seen.
  bool shows_whole(float top, float bottom) const {
    constexpr float kNear = 0.5F;
    return top >= place_.offset - kNear && bottom <= place_.offset + viewport_.h + kNear;
  }

  /// Where `top`, from the top of the content, is on the screen.
  float y(float top) const { return viewport_.y + top - place_.offset; }

  /// True when a part of what lies from `top` to `bottom` of the content is seen.
  bool shows(float top, float bottom) const {
    return bottom > place_.offset && top < place_.offset + viewport_.h;
  }

 private:
  Canvas* canvas_;
  Rect viewport_;
  ScrollMotion::Place place_;
};

}  // namespace conglang::screens
