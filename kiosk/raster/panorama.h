#pragma once
// A flat view into a picture of all that is around (equirectangular: 360 degrees from its left side to its
// right, as many degrees upward for each pixel as sideways).

#include "kiosk/raster/pixels.h"

namespace conglang::raster {

/// Where one looks. In degrees.
struct Gaze {
  float yaw = 0;    ///< to the right of the middle; goes round
  float pitch = 0;  ///< up
  float fov = 75;   ///< from the left edge of the view to the right one; held within 10 to 120

  bool operator==(const Gaze&) const = default;
};

/// `gaze` with a pitch at which nothing beyond the picture's upper and lower side is seen, as far as there is
/// one: a picture of less height than the view is looked at in its middle.
Gaze within(const Gaze& gaze, const Image& sphere, int width, int height);

/// Draws the view into all of `target`; `sphere` is not empty. What lies above or below the picture is its
/// first or last row.
void draw_panorama(const Image& sphere, const Gaze& gaze, const Pixels& target);

/// The same in a fraction of the time, for while it is being turned: one look for two by two pixels.
void draw_panorama_coarsely(const Image& sphere, const Gaze& gaze, const Pixels& target);

}  // namespace conglang::raster
