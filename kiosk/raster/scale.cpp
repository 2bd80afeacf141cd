#include "kiosk/raster/scale.h"

#include <array>
#include <cmath>
#include <deque>

#include "kiosk/raster/blend.h"

namespace conglang::raster {
namespace {

// Colours multiplied by their alpha, blue first.
using Color = std::array<float, 4>;
using Row = std::vector<Color>;

// Which source pixels make one of the result, and how much of each.
struct Taps {
  int first = 0;
  std::vector<float> weights;

  int end() const { return first + static_cast<int>(weights.size()); }
};

// A tent as wide as two pixels of whichever side is coarser; its weights sum to 1.
Taps taps_at(double middle, double reach, int low, int high) {
  Taps taps;
  taps.first = std::clamp(static_cast<int>(std::floor(middle - reach)), low, high - 1);
  const int last = std::clamp(static_cast<int>(std::ceil(middle + reach)), low, high - 1);
  double sum = 0;
  for (int i = taps.first; i <= last; ++i) {
    const double weight = std::max(0.0, 1 - std::fabs(i + 0.5 - middle) / reach);
    taps.weights.push_back(static_cast<float>(weight));
    sum += weight;
  }
  if (sum <= 0) return {taps.first, {1.0F}};
  for (float& weight : taps.weights) weight = static_cast<float>(weight / sum);
  return taps;
}

std::vector<Taps> all_taps(int low, int high, int count) {
  const double step = static_cast<double>(high - low) / count;
  const double reach = std::max(1.0, step);
  std::vector<Taps> taps;
  for (int i = 0; i < count; ++i) taps.push_back(taps_at(low + (i + 0.5) * step, reach, low, high));
  return taps;
}

Color premultiplied(Argb pixel) {
  const auto alpha = static_cast<float>(alpha_of(pixel));
  const auto channel = [&](unsigned shift) {
    return static_cast<float>((pixel >> shift) & 0xFFU) * alpha / 255;
  };
  return {channel(0), channel(8), channel(16), alpha};
}

Argb straight(const Color& color) {
  const float alpha = color[3];
  if (alpha < 0.5F) return 0;
  const auto byte = [](float value) { return static_cast<Argb>(std::clamp(value, 0.0F, 255.0F) + 0.5F); };
  const auto channel = [&](std::size_t i) { return byte(color[i] * 255 / alpha); };
  return (byte(alpha) << 24U) | (channel(2) << 16U) | (channel(1) << 8U) | channel(0);
}

void add(Color& sum, const Color& color, float weight) {
  for (std::size_t i = 0; i < 4; ++i) sum[i] += color[i] * weight;
}

Row across(const Argb* source, const std::vector<Taps>& columns) {
  Row row(columns.size(), Color{});
  for (std::size_t x = 0; x < columns.size(); ++x) {
    const Taps& taps = columns[x];
    for (std::size_t i = 0; i < taps.weights.size(); ++i) {
      add(row[x], premultiplied(source[taps.first + static_cast<int>(i)]), taps.weights[i]);
    }
  }
  return row;
}

}  // namespace

Image scaled_to(const Image& from, const Box& part, int width, int height) {
  const std::vector<Taps> columns = all_taps(part.left, part.right, width);
  const std::vector<Taps> lines = all_taps(part.top, part.bottom, height);
  Image image(width, height);
  std::deque<Row> rows;  // of the source from `first` on, as far as they are needed
  int first = part.top;
  for (int y = 0; y < height; ++y) {
    const Taps& taps = lines[static_cast<std::size_t>(y)];
    for (; first < taps.first && !rows.empty(); ++first) rows.pop_front();
    if (rows.empty()) first = taps.first;
    while (first + static_cast<int>(rows.size()) < taps.end()) {
      const std::ptrdiff_t at = first + static_cast<int>(rows.size());
      rows.push_back(across(from.argb.data() + at * from.width, columns));
    }
    Argb* const target = image.pixels().row(y);
    for (std::size_t x = 0; x < columns.size(); ++x) {
      Color sum{};
      for (std::size_t i = 0; i < taps.weights.size(); ++i) add(sum, rows[i][x], taps.weights[i]);
      target[x] = straight(sum);
    }
  }
  return image;
}

void round_corners(Image& image, int radius) {
  const int most = std::min({radius, image.width / 2, image.height / 2});
  for (int y = 0; y < most; ++y) {
    for (int x = 0; x < most; ++x) {
      const double away = std::hypot(most - (x + 0.5), most - (y + 0.5));
      const auto cover = static_cast<std::uint32_t>(std::clamp(most - away + 0.5, 0.0, 1.0) * 255 + 0.5);
      for (const int row : {y, image.height - 1 - y}) {
        for (const int column : {x, image.width - 1 - x}) {
          Argb& pixel = image.pixels().row(row)[column];
          pixel = (pixel & 0xFFFFFFU) | (scaled(alpha_of(pixel), cover) << 24U);
        }
      }
    }
  }
}

}  // namespace conglang::raster
