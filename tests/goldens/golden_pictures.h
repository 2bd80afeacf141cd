#pragma once
// The golden pictures of this Debian release: screens drawn headlessly with the kiosk's own rasteriser, at
// half their size, and how far a picture may be from its golden one.

#include <filesystem>
#include <functional>
#include <string>

#include "kiosk/raster/pixels.h"

namespace conglang::goldens {

/// Draws every picture, one after the other, and calls `visit` with its name ("home-portrait").
void draw_all(const std::function<void(const std::string& name, const raster::Image& picture)>& visit);

/// tests/data/golden/<codename>: the pictures of the Debian release that this runs on, else of the oldest.
std::filesystem::path golden_folder();

/// A pixel counts as different when a channel is more than kTolerance off; letters drawn by another version
/// of FreeType stay below it. Returns how many do in the square of kSquare pixels where most do, so that no
/// other part of the picture makes up for it; all, for another size.
inline constexpr int kTolerance = 40;
inline constexpr int kSquare = 32;
std::size_t most_different_pixels(const raster::Image& one, const raster::Image& other);

/// In a square: fewer than the least letter has.
inline constexpr std::size_t kAllowedDifferences = 10;

}  // namespace conglang::goldens
