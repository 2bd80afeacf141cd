#pragma once
// A panel that hangs on its side or upside down: the picture is turned on its way to the display, and touches
// on their way back, so that nobody in between knows.

#include "kiosk/raster/pixels.h"

namespace conglang::raster {

/// How far the picture is turned clockwise.
enum class Rotation { none, quarter, half, three_quarters };

struct Size {
  int width = 0;
  int height = 0;
  bool operator==(const Size&) const = default;
};

struct Point {
  float x = 0;
  float y = 0;
  bool operator==(const Point&) const = default;
};

/// The picture's size on a display of `display`; and the other way round.
Size turned(const Size& display, Rotation rotation);

/// Where `part`, or the point `at`, of a picture of `picture` lies on the display.
Box on_display(const Box& part, const Size& picture, Rotation rotation);
Point on_display(const Point& at, const Size& picture, Rotation rotation);

/// Which point of the picture lies at `at` of a display of `display`.
Point on_picture(const Point& at, const Size& display, Rotation rotation);

/// Copies `part` of `picture` to its place on `display`, which is as large as turned() says.
void copy_turned(const Pixels& picture, const Box& part, Rotation rotation, const Pixels& display);

}  // namespace conglang::raster
