#include "kiosk/raster/panorama.h"

#include <cmath>
#include <numbers>

namespace conglang::raster {
namespace {

constexpr float kDegree = std::numbers::pi_v<float> / 180;

// Directions are worked out at each kStep-th pixel of a row and lie on a straight line between: at 75 degrees
// over 1920 pixels the line is off by less than a hundredth of a pixel.
constexpr int kStep = 16;

float fov_of(const Gaze& gaze) {
  return std::clamp(gaze.fov, 10.0F, 120.0F);
}

// Pixels from the eye to the view, when the view is `width` wide.
float distance_of(const Gaze& gaze, int width) {
  return static_cast<float>(width) / 2 / std::tan(fov_of(gaze) * kDegree / 2);
}

// A place in the sphere's picture, in its pixels from the upper left corner; x goes round.
struct Place {
  float x = 0;
  float y = 0;
};

class Eye {
 public:
  Eye(const Image& sphere, const Gaze& gaze, const Pixels& target)
      : per_radian_(static_cast<float>(sphere.width) / (2 * std::numbers::pi_v<float>)),
        middle_x_(static_cast<float>(sphere.width) / 2 +
                  std::remainder(gaze.yaw, 360.0F) / 360 * static_cast<float>(sphere.width)),
        middle_y_(static_cast<float>(sphere.height) / 2),
        left_(-static_cast<float>(target.width) / 2),
        top_(static_cast<float>(target.height) / 2),
        distance_(distance_of(gaze, target.width)),
        sine_(std::sin(gaze.pitch * kDegree)),
        cosine_(std::cos(gaze.pitch * kDegree)) {}

  /// What the middle of pixel `x`, `y` of the view looks at.
  Place at(int x, int y) const {
    const float right = left_ + static_cast<float>(x) + 0.5F;
    const float up = top_ - static_cast<float>(y) - 0.5F;
    const float forward = distance_ * cosine_ - up * sine_;
    const float upward = distance_ * sine_ + up * cosine_;
    const float flat = std::hypot(right, forward);
    return {middle_x_ + std::atan2(right, forward) * per_radian_,
            middle_y_ - std::atan2(upward, flat) * per_radian_};
  }

 private:
  float per_radian_, middle_x_, middle_y_, left_, top_, distance_, sine_, cosine_;
};

// The sphere's pixels by whole numbers: x goes round, y stops at the sides.
class Sampler {
 public:
  explicit Sampler(const Image& sphere) : sphere_(sphere) {}

  Argb nearest(Place place) const { return at(floor_of(place.x), floor_of(place.y)); }

  Argb smooth(Place place) const {
    const float x = place.x - 0.5F;
    const float y = place.y - 0.5F;
    const int column = floor_of(x);
    const int line = floor_of(y);
    const auto right = static_cast<std::uint32_t>((x - static_cast<float>(column)) * 256);
    const auto down = static_cast<std::uint32_t>((y - static_cast<float>(line)) * 256);
    return mixed(mixed(at(column, line), at(column + 1, line), right),
                 mixed(at(column, line + 1), at(column + 1, line + 1), right), down);
  }

 private:
  static int floor_of(float value) { return static_cast<int>(std::floor(value)); }

  // Two channels at a time.
  static Argb mixed(Argb from, Argb to, std::uint32_t part) {
    const std::uint32_t rest = 256 - part;
    const std::uint32_t low = ((from & 0xFF00FFU) * rest + (to & 0xFF00FFU) * part) >> 8U;
    const std::uint32_t high = ((from >> 8U) & 0xFF00FFU) * rest + ((to >> 8U) & 0xFF00FFU) * part;
    return (low & 0xFF00FFU) | (high & 0xFF00FF00U);
  }

  Argb at(int x, int y) const {
    int column = x % sphere_.width;
    if (column < 0) column += sphere_.width;
    const int line = std::clamp(y, 0, sphere_.height - 1);
    return sphere_.argb[static_cast<std::size_t>(line) * static_cast<std::size_t>(sphere_.width) +
                        static_cast<std::size_t>(column)];
  }

  const Image& sphere_;
};

// Calls `put(x, place)` for each `grain`-th pixel of row `y`.
template <typename Put>
void along_row(const Eye& eye, float around, int y, int width, int grain, Put put) {
  Place from = eye.at(0, y);
  for (int x = 0; x < width; x += kStep) {
    const Place to = eye.at(x + kStep, y);
    // The short way round, where the picture's sides meet.
    const float step_x = std::remainder(to.x - from.x, around) / kStep;
    const float step_y = (to.y - from.y) / kStep;
    const int count = std::min(kStep, width - x);
    for (int i = 0; i < count; i += grain) {
      const auto along = static_cast<float>(i);
      put(x + i, Place{from.x + step_x * along, from.y + step_y * along});
    }
    from = to;
  }
}

}  // namespace

Gaze within(const Gaze& gaze, const Image& sphere, int width, int height) {
  const float shown_up = std::atan2(static_cast<float>(height) / 2, distance_of(gaze, width)) / kDegree;
  const float there_up = 180 * static_cast<float>(sphere.height) / static_cast<float>(sphere.width);
  const float most = std::clamp(there_up - shown_up, 0.0F, 89.0F);
  return {gaze.yaw, std::clamp(gaze.pitch, -most, most), fov_of(gaze)};
}

void draw_panorama(const Image& sphere, const Gaze& gaze, const Pixels& target) {
  const Eye eye(sphere, gaze, target);
  const Sampler sampler(sphere);
  const auto around = static_cast<float>(sphere.width);
  for (int y = 0; y < target.height; ++y) {
    Argb* const row = target.row(y);
    along_row(eye, around, y, target.width, 1, [&](int x, Place place) { row[x] = sampler.smooth(place); });
  }
}

void draw_panorama_coarsely(const Image& sphere, const Gaze& gaze, const Pixels& target) {
  constexpr int kGrain = 2;
  const Eye eye(sphere, gaze, target);
  const Sampler sampler(sphere);
  const auto around = static_cast<float>(sphere.width);
  for (int y = 0; y < target.height; y += kGrain) {
    Argb* const row = target.row(y);
    along_row(eye, around, y, target.width, kGrain, [&](int x, Place place) {
      row[x] = sampler.nearest(place);
      if (x + 1 < target.width) row[x + 1] = row[x];
    });
    if (y + 1 < target.height) std::copy_n(row, target.width, target.row(y + 1));
  }
}

}  // namespace conglang::raster
