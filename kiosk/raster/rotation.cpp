#include "kiosk/raster/rotation.h"

#include <utility>

namespace conglang::raster {
namespace {

bool is_sideways(Rotation rotation) {
  return rotation == Rotation::quarter || rotation == Rotation::three_quarters;
}

// Rows of one are columns of the other: in squares of this side both stay in the cache.
constexpr int kSquare = 32;

// Where the pixel at 0, 0 of the picture lies, and how far it is from there to its right and lower neighbour.
struct Walk {
  Argb* start;
  std::ptrdiff_t right;
  std::ptrdiff_t down;
};

Walk walk_over(const Pixels& display, Rotation rotation) {
  const std::ptrdiff_t stride = display.stride;
  Argb* const last_row = display.row(display.height - 1);
  switch (rotation) {
    case Rotation::none:
      return {display.data, 1, stride};
    case Rotation::quarter:
      return {display.data + display.width - 1, stride, -1};
    case Rotation::half:
      return {last_row + display.width - 1, -1, -stride};
    case Rotation::three_quarters:
      return {last_row, -stride, 1};
  }
  return {display.data, 1, stride};
}

}  // namespace

Size turned(const Size& display, Rotation rotation) {
  return is_sideways(rotation) ? Size{display.height, display.width} : display;
}

Box on_display(const Box& part, const Size& picture, Rotation rotation) {
  switch (rotation) {
    case Rotation::none:
      return part;
    case Rotation::quarter:
      return {picture.height - part.bottom, part.left, picture.height - part.top, part.right};
    case Rotation::half:
      return {picture.width - part.right, picture.height - part.bottom, picture.width - part.left,
              picture.height - part.top};
    case Rotation::three_quarters:
      return {part.top, picture.width - part.right, part.bottom, picture.width - part.left};
  }
  return part;
}

Point on_display(const Point& at, const Size& picture, Rotation rotation) {
  const auto width = static_cast<float>(picture.width);
  const auto height = static_cast<float>(picture.height);
  switch (rotation) {
    case Rotation::none:
      return at;
    case Rotation::quarter:
      return {height - at.y, at.x};
    case Rotation::half:
      return {width - at.x, height - at.y};
    case Rotation::three_quarters:
      return {at.y, width - at.x};
  }
  return at;
}

Point on_picture(const Point& at, const Size& display, Rotation rotation) {
  const auto width = static_cast<float>(display.width);
  const auto height = static_cast<float>(display.height);
  switch (rotation) {
    case Rotation::none:
      return at;
    case Rotation::quarter:
      return {at.y, width - at.x};
    case Rotation::half:
      return {width - at.x, height - at.y};
    case Rotation::three_quarters:
      return {height - at.y, at.x};
  }
  return at;
}

void copy_turned(const Pixels& picture, const Box& part, Rotation rotation, const Pixels& display) {
  const Walk walk = walk_over(display, rotation);
  for (int top = part.top; top < part.bottom; top += kSquare) {
    for (int left = part.left; left < part.right; left += kSquare) {
      const Box square = Box{left, top, left + kSquare, top + kSquare}.within(part);
      for (int y = square.top; y < square.bottom; ++y) {
        const Argb* const from = picture.row(y);
        Argb* to = walk.start + y * walk.down + square.left * walk.right;
        for (int x = square.left; x < square.right; ++x, to += walk.right) *to = from[x];
      }
    }
  }
}

}  // namespace conglang::raster
