#pragma once
// What there is to draw, walked through once and sorted by the rows that it reaches. A screen is covered
// several times, page, card, tint, letters: a band of so few rows that they stay in a processor's cache is
// drawn to its end before the next, and goes to memory once.

#include <imgui.h>

#include <array>
#include <cstdint>
#include <vector>

#include "kiosk/raster/primitives.h"

namespace conglang::raster {

class Bands {
 public:
  /// Of what `data` draws within `part`; valid as long as the data.
  Bands(const ImDrawData& data, const Box& part);

  /// Draws all bands over black. `target` has the pixels of the part.
  void draw_anew(const Pixels& target) const;

 private:
  using Corners = std::array<ImDrawVert, 3>;
  enum class Kind { quad, triangle };
  struct Entry {
    Kind kind = Kind::quad;
    std::uint32_t place = 0;  ///< in quads_ or triangles_
    std::uint32_t batch = 0;
    int first = 0;  ///< band that it reaches
    int last = 0;
  };

  void add(Kind kind, std::size_t place, const Box& reached);
  void sort();
  void draw_band(int band, const Pixels& target) const;
  std::size_t first_to_see(int band, const Box& box, const Pixels& target) const;
  void draw(const Entry& entry, const Box& box, const Pixels& target) const;
  Box box_of(int band) const;

  Box part_;
  int rows_ = 0;   ///< of a band
  int count_ = 0;  ///< of bands
  std::vector<Batch> batches_;
  std::vector<Quad> quads_;
  std::vector<Corners> triangles_;
  std::vector<Entry> entries_;         ///< in drawing order
  std::vector<std::uint32_t> begins_;  ///< where each band's begin in order_, and where the last ones end
  std::vector<std::uint32_t> order_;   ///< places in entries_, band by band, each in drawing order
};

}  // namespace conglang::raster
