#pragma once
// The village's pictures as screens see them: asked for by name and size, there when they have been decoded.
// Nothing here waits: a picture that is not there yet has a quiet place kept for it, and when it arrives the
// screen is drawn again.

#include <imgui.h>

#include <compare>
#include <string>
#include <string_view>

namespace conglang::screens {

/// How a picture meets a box of another shape.
enum class Fit {
  cover,    ///< fills it; what stands over is cut off evenly
  contain,  ///< whole, within it
};

/// A picture at a size.
struct PictureOrder {
  std::string file;  ///< name in the commune's pictures/
  int width = 0;     ///< of the box, screen pixels
  int height = 0;
  Fit fit = Fit::cover;
  int radius = 0;  ///< of the corners, screen pixels

  auto operator<=>(const PictureOrder&) const = default;
};

/// A view into a picture of all that is around: 360 degrees wide.
struct PanoramaView {
  std::string_view file;
  int width = 0;
  int height = 0;
  float yaw = 0;    ///< degrees to the right of the picture's middle
  float pitch = 0;  ///< degrees above the horizon; held within what the picture shows
  float fov = 75;   ///< degrees from the left edge to the right
};

class Pictures {
 public:
  enum class State { coming, there, unusable };
  struct Answer {
    State state = State::unusable;
    ImTextureRef texture;  ///< when there: all of it is the picture
    int width = 0;         ///< screen pixels to draw it at; with Fit::contain one side may be less than asked
    int height = 0;
  };

  virtual ~Pictures() = default;
  virtual Answer picture(const PictureOrder& order) = 0;
  virtual Answer panorama(const PanoramaView& view) = 0;
};

}  // namespace conglang::screens
