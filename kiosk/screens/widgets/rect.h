#pragma once

namespace conglang::screens {

/// Reference pixels (theme.h), y downward.
struct Rect {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  float middle_x() const { return x + w / 2; }
  float middle_y() const { return y + h / 2; }
  Rect inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
  Rect moved_down(float by) const { return {x, y + by, w, h}; }
  bool holds(float at_x, float at_y) const {
    return at_x >= x && at_x < right() && at_y >= y && at_y < bottom();
  }
};

/// What `one` and `other` share; without height or width when they share nothing.
Rect shared(Rect one, Rect other);

}  // namespace conglang::screens
