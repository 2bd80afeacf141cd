#include "kiosk/raster/bands.h"

#include <algorithm>

#include "kiosk/raster/triangle.h"

namespace conglang::raster {
namespace {

// A quarter of a megabyte.
constexpr int kBandPixels = 64 * 1024;
constexpr int kLeastRows = 8;
constexpr int kMostRows = 128;

}  // namespace

Bands::Bands(const ImDrawData& data, const Box& part) : part_(part) {
  if (part.empty()) return;
  rows_ = std::clamp(kBandPixels / part.width(), kLeastRows, kMostRows);
  count_ = (part.height() + rows_ - 1) / rows_;
  for_each_run(data, part, [&](const Batch& batch, const Run& run) {
    batches_.push_back(batch);
    for_each_primitive(
        run,
        [&](const Quad& quad) {
          add(Kind::quad, quads_.size(), reach(quad.from, quad.to, batch.clip));
          quads_.push_back(quad);
        },
        [&](const Corners& corners) {
          add(Kind::triangle, triangles_.size(), reach(corners, batch.clip));
          triangles_.push_back(corners);
        });
  });
  sort();
}

void Bands::add(Kind kind, std::size_t place, const Box& reached) {
  if (reached.empty()) return;
  const auto band_of = [this](int row) { return (row - part_.top) / rows_; };
  entries_.push_back({kind, static_cast<std::uint32_t>(place),
                      static_cast<std::uint32_t>(batches_.size() - 1), band_of(reached.top),
                      band_of(reached.bottom - 1)});
}

void Bands::sort() {
  begins_.assign(static_cast<std::size_t>(count_) + 1, 0);
  const auto each_band = [&](const Entry& entry, auto what) {
    for (int band = entry.first; band <= entry.last; ++band) what(static_cast<std::size_t>(band));
  };
  for (const Entry& entry : entries_) each_band(entry, [&](std::size_t band) { ++begins_[band + 1]; });
  for (std::size_t band = 1; band < begins_.size(); ++band) begins_[band] += begins_[band - 1];
  order_.resize(begins_.back());
  std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    each_band(entries_[i], [&](std::size_t band) { order_[next[band]++] = i; });
  }
}

Box Bands::box_of(int band) const {
  const int top = part_.top + band * rows_;
  return {part_.left, top, part_.right, std::min(top + rows_, part_.bottom)};
}

void Bands::draw_anew(const Pixels& target) const {
  for (int band = 0; band < count_; ++band) draw_band(band, target);
}

void Bands::draw_band(int band, const Pixels& target) const {
  const Box box = box_of(band);
  for (std::size_t i = first_to_see(band, box, target); i < begins_[static_cast<std::size_t>(band) + 1];
       ++i) {
    draw(entries_[order_[i]], box, target);
  }
}

// Where to begin: what lies below an opaque rectangle over all of the band is never seen. Without one there
// is black.
std::size_t Bands::first_to_see(int band, const Box& box, const Pixels& target) const {
  const std::size_t begin = begins_[static_cast<std::size_t>(band)];
  for (std::size_t i = begins_[static_cast<std::size_t>(band) + 1]; i > begin; --i) {
    const Entry& entry = entries_[order_[i - 1]];
    if (entry.kind != Kind::quad) continue;
    const Batch& batch = batches_[entry.batch];
    if (hides(quads_[entry.place], batch.texture, batch.clip, box)) return i - 1;
  }
  for (int y = box.top; y < box.bottom; ++y) std::fill_n(target.row(y) + box.left, box.width(), kOpaque);
  return begin;
}

void Bands::draw(const Entry& entry, const Box& box, const Pixels& target) const {
  const Batch& batch = batches_[entry.batch];
  const Box clip = batch.clip.within(box);
  if (clip.empty()) return;
  if (entry.kind == Kind::quad) {
    draw_quad(quads_[entry.place], batch.texture, clip, target);
  } else {
    draw_triangle(triangles_[entry.place], batch.texture, clip, target);
  }
}

}  // namespace conglang::raster
