#include "kiosk/raster/damage.h"

#include <cstring>
#include <span>

#include "kiosk/raster/primitives.h"

namespace conglang::raster {
namespace {

constexpr int kCell = 32;

// Each part is one walk through the draw data: beyond this few, one part around all of them costs less.
constexpr std::size_t kMaxBoxes = 8;

std::uint64_t mixed(std::uint64_t sum, std::uint64_t value) {
  // The odd constants and the fold are those of wyhash's finaliser: every bit reaches every other.
  sum = (sum ^ value) * 0x9E3779B97F4A7C15U;
  return sum ^ (sum >> 32U);
}

template <typename Value>
std::uint64_t with_bytes(std::uint64_t sum, const Value& value) {
  static_assert(sizeof(Value) % 4 == 0);
  std::uint32_t words[sizeof(Value) / 4];
  std::memcpy(words, &value, sizeof value);
  for (const std::uint32_t word : words) sum = mixed(sum, word);
  return sum;
}

std::uint64_t sum_of(const Batch& batch) {
  const std::uint64_t sum = mixed(batch.texture.id, static_cast<std::uint64_t>(batch.texture.width));
  return with_bytes(sum, batch.clip);
}

class Sums {
 public:
  Sums(int columns, int rows)
      : columns_(columns), sums_(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows)) {}

  void add(const Box& pixels, std::uint64_t what) {
    if (pixels.empty()) return;
    const int right = (pixels.right - 1) / kCell;
    const int bottom = (pixels.bottom - 1) / kCell;
    for (int y = pixels.top / kCell; y <= bottom; ++y) {
      std::uint64_t* const row = sums_.data() + static_cast<std::ptrdiff_t>(y) * columns_;
      for (int x = pixels.left / kCell; x <= right; ++x) row[x] = mixed(row[x], what);
    }
  }
  std::vector<std::uint64_t> take() { return std::move(sums_); }

 private:
  int columns_;
  std::vector<std::uint64_t> sums_;
};

void add_all(const ImDrawData& data, const Box& screen, Sums& sums) {
  for_each_run(data, screen, [&](const Batch& batch, const Run& run) {
    const std::uint64_t sum = sum_of(batch);
    for_each_primitive(
        run,
        [&](const Quad& quad) { sums.add(reach(quad.from, quad.to, batch.clip), with_bytes(sum, quad)); },
        [&](const std::array<ImDrawVert, 3>& corners) {
          sums.add(reach(corners, batch.clip), with_bytes(sum, corners));
        });
  });
}

// The box above continues downward when it has the same sides.
void join(std::vector<Box>& boxes, const Box& next) {
  for (Box& box : boxes) {
    if (box.left == next.left && box.right == next.right && box.bottom == next.top) {
      box.bottom = next.bottom;
      return;
    }
  }
  boxes.push_back(next);
}

Box around(const std::vector<Box>& boxes) {
  Box all = boxes.front();
  for (const Box& box : boxes) {
    all = {std::min(all.left, box.left), std::min(all.top, box.top), std::max(all.right, box.right),
           std::max(all.bottom, box.bottom)};
  }
  return all;
}

}  // namespace

std::vector<Box> Damage::since_last(const ImDrawData& data, int width, int height) {
  if (width != width_ || height != height_) forget();
  width_ = width;
  height_ = height;
  columns_ = (width + kCell - 1) / kCell;
  rows_ = (height + kCell - 1) / kCell;
  Sums sums(columns_, rows_);
  add_all(data, {0, 0, width, height}, sums);
  std::vector<std::uint64_t> next = sums.take();
  std::vector<Box> boxes = sums_.empty() ? std::vector<Box>{{0, 0, columns_, rows_}} : changed_boxes(next);
  sums_ = std::move(next);
  if (boxes.size() > kMaxBoxes) boxes = {around(boxes)};
  for (Box& box : boxes) box = pixels_of(box);
  return boxes;
}

std::vector<Box> Damage::changed_boxes(const std::vector<std::uint64_t>& next) const {
  std::vector<Box> boxes;
  for (int y = 0; y < rows_; ++y) {
    const auto differs = [&](int x) {
      const auto i =
          static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(x);
      return next[i] != sums_[i];
    };
    for (int x = 0; x < columns_; ++x) {
      if (!differs(x)) continue;
      const int from = x;
      while (x < columns_ && differs(x)) ++x;
      join(boxes, {from, y, x, y + 1});
    }
  }
  return boxes;
}

Box Damage::pixels_of(const Box& cells) const {
  return Box{cells.left * kCell, cells.top * kCell, cells.right * kCell, cells.bottom * kCell}.within(
      {0, 0, width_, height_});
}

}  // namespace conglang::raster
