#include "kiosk/screens/theme/coverage.h"

#include <algorithm>
#include <cmath>

namespace conglang::screens {
namespace {

// In reference pixels, as in assets/roof.svg.
constexpr float kEnd = 230;  // where the curve of an end meets the straight middle
constexpr float kLow = 36;   // depth of the middle
constexpr float kHigh = 6;   // and of the ends
constexpr float kTile = 32;  // width of a roof tile
constexpr float kRow = 15;   // height of a row of tiles
constexpr float kHeight = 46;
constexpr float kRim = 7;
constexpr float kRimAlone = 5;
constexpr float kJoint = 2.5F;
constexpr float kShade = 5;
constexpr float kShadeBelow = 6;

constexpr int kSamples = 4;  // a side
constexpr int kAllSamples = kSamples * kSamples;

struct Point {
  float x;
  float y;
};

float bezier(float t, float a, float b, float c, float d) {
  const float u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

// The y of a curve at `x`, its x growing with t.
float bezier_at(float x, const std::array<Point, 4>& p) {
  float low = 0;
  float high = 1;
  for (int i = 0; i < 16; ++i) {
    const float middle = (low + high) / 2;
    (bezier(middle, p[0].x, p[1].x, p[2].x, p[3].x) < x ? low : high) = middle;
  }
  return bezier(low, p[0].y, p[1].y, p[2].y, p[3].y);
}

// The lower edge at `x` from an end of the roof.
float edge_at(float from_end) {
  if (from_end >= kEnd) return kLow;
  return bezier_at(std::max(from_end, 0.0F), {{{0, kHigh}, {50, 24}, {110, kLow}, {kEnd, kLow}}});
}

// How far the hanging arc of a tile is below the top of its row, `x` from its middle.
float arc_at(float from_middle) {
  return bezier_at(kTile / 2 - std::fabs(from_middle), {{{0, 0}, {0, 9}, {10, 10}, {kTile / 2, kRow}}});
}

// What a vertical cut through the roof meets, the same for every y.
struct Column {
  float edge;
  float edge_stretch;  ///< how much longer the cut through the edge is than the stroke is wide
  float arc[2];        ///< below the tops of even and odd rows
  float arc_stretch[2];
};

Column column_at(float x, float from_end) {
  const auto stretch = [](float before, float after) { return std::hypot(1.0F, after - before); };
  Column column{edge_at(from_end), stretch(edge_at(from_end - 0.5F), edge_at(from_end + 0.5F)), {}, {}};
  for (int odd = 0; odd < 2; ++odd) {
    const float shift = odd == 0 ? kTile / 2 : 0;
    const float from_middle = std::fabs(std::remainder(x - shift, kTile));
    column.arc[odd] = arc_at(from_middle);
    column.arc_stretch[odd] = stretch(arc_at(from_middle - 0.5F), arc_at(from_middle + 0.5F));
  }
  return column;
}

bool on_joint(const Column& column, float y) {
  const int row = static_cast<int>(std::floor((y - kHigh) / kRow));
  for (int near = row - 1; near <= row + 1; ++near) {
    const int odd = near & 1;
    const float arc = kHigh + static_cast<float>(near) * kRow + column.arc[odd];
    if (std::fabs(y - arc) < kJoint / 2 * column.arc_stretch[odd]) return true;
  }
  return false;
}

// Whether each layer covers the point at `y`.
std::array<bool, kEaveLayers> layers_at(const EaveShape& eave, const Column& column, float y) {
  const float below = y - column.edge;
  const float rim = (eave.tiled ? kRim : kRimAlone) / 2 * column.edge_stretch;
  const bool on_rim = std::fabs(below) < rim;
  const bool roof = below <= 0;
  const bool shaded = below < kShadeBelow + kShade / 2 * column.edge_stretch;
  return {roof, eave.tiled && roof && on_joint(column, y), eave.tiled && !roof && shaded, on_rim};
}

// How many samples of a pixel each layer covers.
std::array<int, kEaveLayers> covered_samples(const EaveShape& eave,
                                             const std::array<Column, kSamples>& columns, int py) {
  std::array<int, kEaveLayers> covered{};
  for (int i = 0; i < kAllSamples; ++i) {
    const float down = (static_cast<float>(i / kSamples) + 0.5F) / kSamples;
    const Column& column = columns[static_cast<std::size_t>(i % kSamples)];
    const auto layers = layers_at(eave, column, (static_cast<float>(py) + down) / eave.scale);
    for (std::size_t layer = 0; layer < kEaveLayers; ++layer) covered[layer] += layers[layer] ? 1 : 0;
  }
  return covered;
}

// Where a slice begins on the screen, in pixels.
int start_of(const EaveShape& eave, EaveSlice slice) {
  if (slice == EaveSlice::left) return 0;
  return slice == EaveSlice::middle ? eave.end() : eave.width - eave.end();
}

}  // namespace

int EaveShape::end() const {
  // Whole tiles, so that the pattern of the ends runs into the middle's.
  return tile() * static_cast<int>(std::ceil(kEnd / kTile));
}
int EaveShape::tile() const {
  return std::max(2, static_cast<int>(std::lround(kTile * scale)));
}
int EaveShape::height() const {
  return static_cast<int>(std::lround(kHeight * scale));
}

Coverage cover_disc(int radius) {
  Coverage disc{2 * radius, 2 * radius, {}};
  const auto r = static_cast<float>(radius);
  for (int y = 0; y < disc.height; ++y) {
    for (int x = 0; x < disc.width; ++x) {
      const float distance = std::hypot(static_cast<float>(x) + 0.5F - r, static_cast<float>(y) + 0.5F - r);
      const float cover = std::clamp(r - distance + 0.5F, 0.0F, 1.0F);
      disc.bytes.push_back(static_cast<std::uint8_t>(std::lround(cover * 255)));
    }
  }
  return disc;
}

std::array<Coverage, kEaveLayers> cover_eave(const EaveShape& eave, EaveSlice slice) {
  const int width = slice == EaveSlice::middle ? eave.tile() : eave.end();
  const auto pixels = static_cast<std::size_t>(width) * static_cast<std::size_t>(eave.height());
  std::array<Coverage, kEaveLayers> layers;
  layers.fill({width, eave.height(), std::vector<std::uint8_t>(pixels)});
  const float reference = kTile / static_cast<float>(eave.tile());
  const float roof = static_cast<float>(eave.width) * reference;
  for (int px = 0; px < width; ++px) {
    std::array<Column, kSamples> columns{};
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const float across = (static_cast<float>(i) + 0.5F) / kSamples;
      const float x = (static_cast<float>(start_of(eave, slice) + px) + across) * reference;
      columns[i] = column_at(x, std::min(x, roof - x));
    }
    for (int py = 0; py < eave.height(); ++py) {
      const auto covered = covered_samples(eave, columns, py);
      for (std::size_t layer = 0; layer < kEaveLayers; ++layer) {
        layers[layer].bytes[static_cast<std::size_t>(py * width + px)] =
            static_cast<std::uint8_t>(covered[layer] * 255 / kAllSamples);
      }
    }
  }
  return layers;
}

}  // namespace conglang::screens
